import type { Message } from "#contracts/messages.ts";
import { api } from "./client.ts";

export const retryMessage = (messageId: string, acceptPossibleDuplicate: boolean) =>
  api.post<Message>(`/api/messages/${messageId}/retry`, {
    body: { accept_possible_duplicate: acceptPossibleDuplicate },
  });
