import type { ConversationSummary } from "#contracts/inbox.ts";
import type { Ctx } from "../context/context.ts";
import { rowOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { auditChange } from "../http/audit.ts";
import { publish } from "../live/publish.ts";
import { notMerged } from "./not-merged.ts";
import { readUnread, unreadIn } from "./statements.ts";
import { type SummaryRow, summarySelect, summaryView } from "./view.ts";

// The cursor only moves forward, and counts what came after it: nothing that arrives meanwhile is
// swallowed. While messages of a merge are still on their way here it waits: nobody has seen them yet.
const moveCursor = statement<{ id: string; up_to: string | null }>(
  `UPDATE conversations SET version = version + 1, read_up_to_at = m.at, read_up_to_seq = m.seq,
     unread_count = (SELECT count(*) FROM messages n
       WHERE n.conversation_id = conversations.id AND n.direction = 'inbound'
         AND (n.at, n.seq) > (m.at, m.seq))
   FROM (SELECT conversation_id, at, seq FROM messages
         WHERE id = coalesce(:up_to, (SELECT id FROM messages WHERE conversation_id = :id
                                      ORDER BY at DESC, seq DESC LIMIT 1))) m
   WHERE conversations.id = :id AND conversations.merged_into IS NULL AND m.conversation_id = :id
     AND (m.at, m.seq) > (read_up_to_at, read_up_to_seq)
     AND NOT EXISTS (SELECT 1 FROM conversation_merges WHERE target_id = :id AND moved_at IS NULL)
   RETURNING id`,
);

const selectSummary = statement<{ id: string }>(`${summarySelect} WHERE c.id = :id`);

/** Marks a conversation read for the whole team, up to a message or up to what is there now. */
export const markRead = async (
  ctx: Ctx,
  input: { id: string; up_to?: string | undefined },
): Promise<ConversationSummary> => {
  const db = ctx.env.DB;
  const { id } = input;
  const [moved, , summary, counter] = await db.batch([
    moveCursor(db, { id, up_to: input.up_to ?? null }),
    auditChange(ctx, "conversation.read", id),
    selectSummary(db, { id }),
    readUnread(db, {}),
  ]);
  const row = notMerged(rowOf<SummaryRow>(summary));
  const conversation = summaryView(row);
  if (moved?.results.length)
    ctx.after(
      publish(ctx, {
        inbox: { type: "conversation", conversation, unread_count: unreadIn(counter) },
      }),
    );
  return conversation;
};
