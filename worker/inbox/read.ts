import type { Conversation } from "#contracts/inbox.ts";
import type { Ctx } from "../context/context.ts";
import { readCursor } from "../db/cursor.ts";
import { pageFrom } from "../db/page.ts";
import { rowOf, rowsOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { type MessageRow, messageSelect, messageView } from "./message-view.ts";
import { notMerged } from "./not-merged.ts";
import { type SummaryRow, summarySelect, summaryView } from "./view.ts";

const pageSize = 50;

const selectSummary = statement<{ id: string }>(`${summarySelect} WHERE c.id = :id`);

const selectMessages = statement<{
  id: string;
  before_at: number;
  before_seq: number;
  limit: number;
}>(
  `${messageSelect}
   WHERE m.conversation_id = :id AND (m.at, m.seq) < (:before_at, :before_seq)
   ORDER BY m.at DESC, m.seq DESC LIMIT :limit`,
);

const selectLastRead = statement<{ id: string }>(
  `SELECT m.id FROM conversations c JOIN messages m
     ON m.conversation_id = c.id AND (m.at, m.seq) <= (c.read_up_to_at, c.read_up_to_seq)
   WHERE c.id = :id ORDER BY m.at DESC, m.seq DESC LIMIT 1`,
);

/** A conversation with its newest fifty messages, or the fifty before `cursor`; oldest first. */
export const readConversation = async (
  ctx: Ctx,
  input: { id: string; cursor?: string | undefined },
): Promise<Conversation> => {
  const db = ctx.env.DB;
  const { id } = input;
  const [before_at = Number.MAX_SAFE_INTEGER, before_seq = 0] = (
    readCursor(input.cursor, 2) ?? []
  ).map(Number);
  const [summary, messages, lastRead] = await db.batch([
    selectSummary(db, { id }),
    selectMessages(db, { id, before_at, before_seq, limit: pageSize + 1 }),
    selectLastRead(db, { id }),
  ]);
  const conversation = notMerged(rowOf<SummaryRow>(summary));
  const rows = rowsOf<MessageRow>(messages);
  const read = rowOf<{ id: string }>(lastRead);
  const page = pageFrom(rows, pageSize, (row) => [row.at, row.seq], messageView);
  return {
    ...summaryView(conversation),
    messages: page.items.toReversed(),
    next_cursor: page.next_cursor,
    read_up_to: read?.id ?? null,
  };
};
