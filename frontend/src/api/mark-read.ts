import type { ConversationSummary } from "#contracts/inbox.ts";
import { api } from "./client.ts";

export const markRead = (conversationId: string, upTo: string) =>
  api.put<ConversationSummary>(`/api/inbox/mark-read/${conversationId}`, { body: { up_to: upTo } });
