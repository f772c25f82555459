import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { moment } from "../db/columns.ts";
import { practices } from "../practices/tables.ts";

/** At most one per practice, and one per contact point that has no practice yet. */
export const conversations = sqliteTable(
  "conversations",
  {
    id: text("id").primaryKey(),
    practiceId: integer("practice_id").references(() => practices.id),
    contactPointId: text("contact_point_id"),
    version: integer("version").notNull().default(0),
    lastMessageId: text("last_message_id"),
    lastMessageAt: moment("last_message_at").notNull(),
    unreadCount: integer("unread_count").notNull().default(0),
    /** The read cursor, as (at, seq) of the last message read. */
    readUpToAt: moment("read_up_to_at").notNull().default(0),
    readUpToSeq: integer("read_up_to_seq").notNull().default(0),
    /** The conversation this one became part of; its own id when its practice was erased. */
    mergedInto: text("merged_into"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("conversations_by_practice")
      .on(t.practiceId)
      .where(sql`practice_id IS NOT NULL AND merged_into IS NULL`),
    uniqueIndex("conversations_by_contact_point")
      .on(t.contactPointId)
      .where(sql`contact_point_id IS NOT NULL AND merged_into IS NULL`),
    index("conversations_newest")
      .on(t.lastMessageAt, t.id)
      .where(sql`merged_into IS NULL`),
    index("conversations_unread")
      .on(t.lastMessageAt, t.id)
      .where(sql`unread_count > 0 AND merged_into IS NULL`),
  ],
);

/** One row; a trigger on conversations keeps `unread` equal to the sum of theirs. */
export const inboxCounters = sqliteTable("inbox_counters", {
  id: integer("id").primaryKey(),
  unread: integer("unread").notNull(),
});

/** What was linked or merged, and by whom: enough to undo it. */
export const conversationMerges = sqliteTable(
  "conversation_merges",
  {
    id: integer("id").primaryKey({ autoIncrement: true }),
    sourceId: text("source_id").notNull(),
    targetId: text("target_id").notNull(),
    contactPointId: text("contact_point_id"),
    at: moment("at").notNull(),
    actorId: text("actor_id"),
    /** null while messages are still being moved. */
    movedAt: moment("moved_at"),
  },
  (t) => [
    index("conversation_merges_unfinished")
      .on(t.id)
      .where(sql`moved_at IS NULL`),
  ],
);
