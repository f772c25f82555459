import type { ChannelKind } from "#contracts/channels.ts";
import type { FailureReason, Message, MessageStatus } from "#contracts/messages.ts";

/** A row of `messageSelect`. */
export type MessageRow = {
  seq: number;
  id: string;
  conversation_id: string;
  practice_id: number | null;
  contact_point_id: string | null;
  channel: ChannelKind;
  direction: Message["direction"];
  status: MessageStatus;
  author_kind: Message["author"]["kind"];
  author_id: string | null;
  author_name: string | null;
  content: string;
  address: string;
  at: number;
  due_at: number | null;
  sent_at: number | null;
  delivered_at: number | null;
  read_at: number | null;
  failed_at: number | null;
  refusal_reason: FailureReason | null;
  provider_code: string | null;
  retry_of: string | null;
  retried_by: string | null;
  segments: number | null;
  price_micros: number | null;
  currency: string | null;
  media_count: number;
  looked_at: number | null;
  looks_like: number | null;
};

/** Everything a message view needs; append a WHERE over `m`. */
export const messageSelect = `
  SELECT m.seq, m.id, m.conversation_id, c.practice_id, m.contact_point_id, m.channel, m.direction,
    m.status, m.author_kind, m.author_id,
    CASE m.author_kind
      WHEN 'member' THEN (SELECT name FROM members WHERE id = m.author_id)
      WHEN 'key' THEN (SELECT name FROM api_keys WHERE id = m.author_id)
    END AS author_name,
    m.content, m.address, m.at, m.due_at, m.sent_at, m.delivered_at, m.read_at, m.failed_at,
    m.refusal_reason, m.provider_code, m.retry_of,
    (SELECT r.id FROM messages r WHERE r.retry_of = m.id AND r.retry_of IS NOT NULL) AS retried_by,
    m.segments, m.price_micros, m.currency, m.media_count,
    m.looked_at, m.looks_like
  FROM messages m JOIN conversations c ON c.id = m.conversation_id`;

const iso = (moment: number) => new Date(moment).toISOString();
const isoOrNull = (moment: number | null) => (moment === null ? null : iso(moment));

export const messageView = (row: MessageRow): Message => ({
  id: row.id,
  conversation_id: row.conversation_id,
  practice_id: row.practice_id,
  contact_point_id: row.contact_point_id,
  channel: row.channel,
  direction: row.direction,
  status: row.status,
  content: row.content,
  address: row.address,
  author: { kind: row.author_kind, id: row.author_id, name: row.author_name },
  timestamp: iso(row.at),
  due_at: row.status === "queued" ? isoOrNull(row.due_at) : null,
  sent_at: isoOrNull(row.sent_at),
  delivered_at: isoOrNull(row.delivered_at),
  read_at: isoOrNull(row.read_at),
  failed_at: isoOrNull(row.failed_at),
  failure:
    row.refusal_reason === null
      ? null
      : { reason: row.refusal_reason, provider_code: row.provider_code },
  retry_of: row.retry_of,
  retried_by: row.retried_by,
  segments: row.segments,
  price:
    row.price_micros === null || row.currency === null
      ? null
      : { micros: row.price_micros, currency: row.currency },
  media_count: row.media_count,
  looked: row.looked_at === null ? null : { at: iso(row.looked_at), found: row.looks_like ?? 0 },
});
