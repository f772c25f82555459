import type { ConversationSummary } from "#contracts/inbox.ts";
import { mutationOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export const linkConversation = (conversationId: string) =>
  mutationOptions({
    mutationFn: (practiceId: number) =>
      api.post<ConversationSummary>(`/api/inbox/conversation/${conversationId}/link`, {
        body: { practice_id: practiceId },
      }),
    onSuccess: (_conversation, _practice, _result, { client }) =>
      client.invalidateQueries({ queryKey: ["conversations"] }),
  });
