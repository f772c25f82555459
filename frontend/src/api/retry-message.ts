import { answer, rpc } from "./client.ts";

export const retryMessage = (messageId: string, acceptPossibleDuplicate: boolean) =>
  answer(
    rpc.messages[":id"].retry.$post({
      param: { id: messageId },
      json: { accept_possible_duplicate: acceptPossibleDuplicate },
    }),
  );
