import { z } from "zod";
import { channelKind } from "./channels.ts";
import { contactPointId, conversationId, messageId, practiceId } from "./ids.ts";

/** What Twilio takes as one Body (error 21617 beyond). */
export const maxContentLength = 1600;

export const messageStatuses = [
  "queued",
  "sending",
  "sent",
  "delivered",
  "read",
  "failed",
  "unknown",
  "cancelled",
  "skipped",
  "received",
] as const;
export const messageStatus = z.enum(messageStatuses);
export type MessageStatus = z.infer<typeof messageStatus>;

/** Why a message did not arrive, in classes that each have a next step for the reader. */
export const failureReasons = [
  "opted_out",
  "invalid_number",
  "landline",
  "unreachable",
  "number_gone",
  "blocked",
  "filtered",
  "content_refused",
  "expired",
  "queue_full",
  "region_not_allowed",
  "sender_not_usable",
  "account_stopped",
  "recipient_not_verified",
  "carrier",
  "provider_error",
  "demo_practice",
  "practice_deleted",
] as const;
export const failureReason = z.enum(failureReasons);
export type FailureReason = z.infer<typeof failureReason>;

export const messageAuthor = z.strictObject({
  kind: z.enum(["member", "key", "contact", "system"]),
  id: z.string().nullable(),
  name: z.string().nullable(),
});

const time = z.iso.datetime().nullable();

export const message = z.strictObject({
  id: messageId,
  conversation_id: conversationId,
  practice_id: practiceId.nullable(),
  contact_point_id: contactPointId.nullable(),
  channel: channelKind,
  direction: z.enum(["inbound", "outbound"]),
  status: messageStatus,
  content: z.string(),
  /** The practice's address as it was when the message travelled. */
  address: z.string(),
  author: messageAuthor,
  /** When the message was first stored; threads are in this order. */
  timestamp: z.iso.datetime(),
  /** When a queued message will leave. */
  due_at: time,
  sent_at: time,
  delivered_at: time,
  read_at: time,
  failed_at: time,
  failure: z
    .strictObject({ reason: failureReason, provider_code: z.string().nullable() })
    .nullable(),
  retry_of: messageId.nullable(),
  /** The message that was sent again in place of this one. */
  retried_by: messageId.nullable(),
  segments: z.int().nullable(),
  /** Micro-units of the provider's currency. */
  price: z.strictObject({ micros: z.int(), currency: z.string() }).nullable(),
  media_count: z.int(),
  /** When the provider's list was last searched for an unknown message, and how many in it fitted. */
  looked: z.strictObject({ at: z.iso.datetime(), found: z.int() }).nullable(),
});
export type Message = z.infer<typeof message>;

const content = z
  .string()
  .max(maxContentLength)
  .refine((text) => text.trim() !== "", "must not be empty");

export const smsInput = z.strictObject({
  practice_id: practiceId,
  content,
  /** One of the practice's numbers; without it, its first mobile. */
  to: z.string().max(40).optional(),
});

export const replyInput = z.strictObject({
  id: messageId.optional(),
  conversation_id: conversationId,
  channel: channelKind,
  content,
  contact_point_id: contactPointId.optional(),
  /** The last message one saw; when another came since, the reply is stopped. */
  expected_last_message_id: messageId.optional(),
});

/** An `unknown` message may have arrived; sending it again takes a yes to that. */
export const retryInput = z.strictObject({ accept_possible_duplicate: z.boolean().default(false) });
