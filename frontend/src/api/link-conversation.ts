import { mutationOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";

export const linkConversation = (conversationId: string) =>
  mutationOptions({
    mutationFn: (practiceId: number) =>
      answer(
        rpc.inbox.conversation[":id"].link.$post({
          param: { id: conversationId },
          json: { practice_id: practiceId },
        }),
      ),
    onSuccess: (_conversation, _practice, _result, { client }) =>
      client.invalidateQueries({ queryKey: ["conversations"] }),
  });
