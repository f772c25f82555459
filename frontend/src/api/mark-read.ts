import { answer, rpc } from "./client.ts";

export const markRead = (conversationId: string, upTo: string) =>
  answer(
    rpc.inbox["mark-read"][":id"].$put({ param: { id: conversationId }, json: { up_to: upTo } }),
  );
