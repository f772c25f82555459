import type { Message } from "#contracts/messages.ts";
import type { OutboxEntry } from "./outbox.ts";

/** A bubble: what the Worker has, or what still has to reach it. */
export interface ThreadMessage extends Message {
  outbox: OutboxEntry | null;
}

const nothingYet = {
  practice_id: null,
  contact_point_id: null,
  due_at: null,
  sent_at: null,
  delivered_at: null,
  read_at: null,
  failed_at: null,
  failure: null,
  retry_of: null,
  retried_by: null,
  segments: null,
  price: null,
  media_count: 0,
  looked: null,
} satisfies Partial<Message>;

const pending = (entry: OutboxEntry, author: Message["author"]): ThreadMessage => ({
  ...nothingYet,
  id: entry.reply.id,
  conversation_id: entry.reply.conversation_id,
  channel: entry.reply.channel,
  direction: "outbound",
  status: "queued",
  content: entry.reply.content,
  address: entry.address,
  author,
  timestamp: entry.at,
  outbox: entry,
});

/** The Worker's messages in their order, then what is still here; one bubble per id. */
export function threadMessages(
  stored: Message[],
  outbox: OutboxEntry[],
  author: Message["author"],
): ThreadMessage[] {
  const known = new Set(stored.map(({ id }) => id));
  return [
    ...stored.map((message) => ({ ...message, outbox: null })),
    ...outbox.filter(({ reply }) => !known.has(reply.id)).map((entry) => pending(entry, author)),
  ];
}
