import { rowOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";

/** SQL for the conversation of contact point `cp`: its practice's, or its own while it has none. */
export const conversationOfContactPoint = `coalesce(
  (SELECT id FROM conversations WHERE practice_id = cp.practice_id
     AND practice_id IS NOT NULL AND merged_into IS NULL),
  (SELECT id FROM conversations WHERE contact_point_id = cp.id
     AND contact_point_id IS NOT NULL AND merged_into IS NULL))`;

/** A practice's conversation, opened at its first message. */
export const openPracticeConversation = statement<{ id: string; practice: number; at: number }>(
  `INSERT INTO conversations (id, practice_id, last_message_at, created_at)
   SELECT :id, :practice, :at, :at
   WHERE NOT EXISTS (SELECT 1 FROM conversations WHERE practice_id = :practice
     AND practice_id IS NOT NULL AND merged_into IS NULL)`,
);

/** A new message moves its conversation to the top; an inbound one is unread until somebody sees it. */
export const touchConversation = statement<{ message: string; unread: number }>(
  `UPDATE conversations SET version = version + 1, unread_count = unread_count + :unread,
     last_message_id = m.id, last_message_at = m.at
   FROM (SELECT id, at, conversation_id FROM messages WHERE id = :message) m
   WHERE conversations.id = m.conversation_id`,
);

export const readUnread = statement(`SELECT unread FROM inbox_counters WHERE id = 1`);

/** What `readUnread` has read. */
export const unreadIn = (result: D1Result | undefined): number =>
  rowOf<{ unread: number }>(result)?.unread ?? 0;
