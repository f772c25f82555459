import { z } from "zod";
import { messageId } from "./ids.ts";

/** Queue bodies carry ids only: the row is the truth, the job a wake-up. */
export const outboundJob = z.strictObject({ message_ids: z.array(messageId).min(1).max(100) });
export type OutboundJob = z.infer<typeof outboundJob>;

export const queueNames = ["outbound"] as const;
export type QueueName = (typeof queueNames)[number];

/** A job that failed every time it was tried. */
export const deadLetter = z.strictObject({
  id: z.string(),
  queue: z.enum(queueNames),
  message_ids: z.array(messageId),
  /** The kind of error it failed with last; details stand in the log. */
  reason: z.string(),
  attempts: z.int(),
  since: z.iso.datetime(),
});
export type DeadLetter = z.infer<typeof deadLetter>;
