import type { Message, MessageStatus } from "#contracts/messages.ts";

/** How far a message has come; an answer that was overtaken never turns it back. */
const progress = {
  queued: 0,
  sending: 1,
  sent: 2,
  unknown: 3,
  delivered: 4,
  failed: 4,
  cancelled: 4,
  skipped: 4,
  received: 4,
  read: 5,
} satisfies Record<MessageStatus, number>;

const newer = (known: Message | undefined, incoming: Message): Message =>
  known && progress[known.status] > progress[incoming.status] ? known : incoming;

/** One message per id, oldest first; ids are UUIDv7, so they settle equal times. */
export function mergeMessages(known: Message[], incoming: Message[]): Message[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of incoming) byId.set(message.id, newer(byId.get(message.id), message));
  return [...byId.values()].sort(
    (a, b) => a.timestamp.localeCompare(b.timestamp) || a.id.localeCompare(b.id),
  );
}
