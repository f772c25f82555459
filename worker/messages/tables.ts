import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { channelKinds } from "#contracts/channels.ts";
import { failureReasons, messageStatuses } from "#contracts/messages.ts";
import { moment, oneOf } from "../db/columns.ts";
import { conversations } from "../inbox/tables.ts";

export const messages = sqliteTable(
  "messages",
  {
    /** Stable for full-text search; breaks ties in the order (at, seq). */
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    id: text("id").notNull(),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id),
    contactPointId: text("contact_point_id"),
    channel: oneOf("channel", channelKinds).notNull(),
    direction: oneOf("direction", ["inbound", "outbound"]).notNull(),
    status: oneOf("status", messageStatuses).notNull(),
    purpose: oneOf("purpose", ["service", "marketing"]).notNull(),
    authorKind: oneOf("author_kind", ["member", "key", "contact", "system"]).notNull(),
    authorId: text("author_id"),
    content: text("content").notNull(),
    /** The practice's address as it was when the message travelled, and its suppression hash. */
    address: text("address").notNull(),
    addressHash: text("address_hash").notNull(),
    /** Ours: the number or mailbox it was sent from or received on. */
    senderAddress: text("sender_address").notNull(),
    /** First stored; never changes. */
    at: moment("at").notNull(),
    /** When a machine must look at the row again: to send it, or to settle how it went. */
    dueAt: moment("due_at"),
    claimedAt: moment("claimed_at"),
    attempts: integer("attempts").notNull().default(0),
    /** The provider's id (Twilio SID); unique, so that a repeated webhook stores nothing. */
    providerId: text("provider_id"),
    templateVersionId: text("template_version_id"),
    dispatchId: text("dispatch_id"),
    retryOf: text("retry_of"),
    refusalReason: oneOf("refusal_reason", failureReasons),
    providerCode: text("provider_code"),
    segments: integer("segments"),
    priceMicros: integer("price_micros"),
    currency: text("currency"),
    mediaCount: integer("media_count").notNull().default(0),
    sentAt: moment("sent_at"),
    deliveredAt: moment("delivered_at"),
    readAt: moment("read_at"),
    failedAt: moment("failed_at"),
    unknownAt: moment("unknown_at"),
    /** When the provider's list was last searched for an unknown message, and how many fitted. */
    lookedAt: moment("looked_at"),
    looksLike: integer("looks_like"),
    cancelledAt: moment("cancelled_at"),
    skippedAt: moment("skipped_at"),
  },
  (t) => [
    uniqueIndex("messages_by_id").on(t.id),
    uniqueIndex("messages_by_provider_id")
      .on(t.providerId)
      .where(sql`provider_id IS NOT NULL`),
    uniqueIndex("messages_by_retry_of")
      .on(t.retryOf)
      .where(sql`retry_of IS NOT NULL`),
    index("messages_by_conversation").on(t.conversationId, t.at, t.seq),
    index("messages_due")
      .on(t.dueAt)
      .where(sql`status IN ('queued', 'sending')`),
    index("messages_unknown")
      .on(t.dueAt)
      .where(sql`status = 'unknown' AND due_at IS NOT NULL`),
  ],
);
