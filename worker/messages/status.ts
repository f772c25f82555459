import type { MessageStatus } from "#contracts/messages.ts";

/**
 * From which states each outgoing state may be reached by what the provider says. A status never
 * goes back: callbacks repeat, overtake each other and overtake our own write.
 */
const predecessors = {
  queued: ["sending"],
  sending: ["queued"],
  sent: ["queued", "sending", "unknown"],
  delivered: ["queued", "sending", "unknown", "sent"],
  read: ["queued", "sending", "unknown", "sent", "delivered"],
  failed: ["queued", "sending", "unknown", "sent"],
  unknown: ["sending"],
  cancelled: ["queued", "sending", "unknown", "sent"],
  skipped: ["queued"],
  received: [],
} as const satisfies Record<MessageStatus, readonly MessageStatus[]>;

export const mayBecome = (incoming: MessageStatus): readonly MessageStatus[] =>
  predecessors[incoming];

/** The state after a report: the incoming one where that is progress, else the current one. */
export const advance = (current: MessageStatus, incoming: MessageStatus): MessageStatus =>
  mayBecome(incoming).includes(current) ? incoming : current;

const retryable = new Set<MessageStatus>(["failed", "unknown", "skipped", "cancelled"]);

/** Whether a person may send it again, as a new message. */
export const isRetryable = (status: MessageStatus): boolean => retryable.has(status);
