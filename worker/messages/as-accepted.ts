import type { Message } from "#contracts/messages.ts";

/** The message as it was answered when it was taken in: the same key gets the same answer. */
export const asAccepted = (message: Message): Message => ({
  ...message,
  status: "queued",
  due_at: message.timestamp,
  sent_at: null,
  delivered_at: null,
  read_at: null,
  failed_at: null,
  failure: null,
  retried_by: null,
  segments: null,
  price: null,
  looked: null,
});
