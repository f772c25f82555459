import type { Message } from "#contracts/messages.ts";

/** A message in a test, its moment given in minutes after nine in Brussels on 23 November. */
export const aMessage = (id: string, minute: number, change: Partial<Message> = {}): Message => ({
  id,
  conversation_id: "conv_1",
  practice_id: 1,
  contact_point_id: "cp_1",
  channel: "sms",
  direction: "inbound",
  status: "received",
  content: id,
  address: "+32470000000",
  author: { kind: "contact", id: "cp_1", name: null },
  timestamp: new Date(Date.parse("2026-11-23T08:00:00Z") + minute * 60_000).toISOString(),
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
  ...change,
});
