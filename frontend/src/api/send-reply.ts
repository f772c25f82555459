import type { Message, replyInput } from "#contracts/messages.ts";
import type { input } from "zod";
import { api } from "./client.ts";

export type ReplyInput = input<typeof replyInput>;

/** The message id is the idempotency key: repeating it never sends twice. */
export const sendReply = (reply: ReplyInput) =>
  api.post<Message>("/api/inbox/reply", { body: reply });
