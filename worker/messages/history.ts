import type { ChannelKind } from "#contracts/channels.ts";
import type { Message } from "#contracts/messages.ts";
import type { Page } from "#contracts/pages.ts";
import type { Ctx } from "../context/context.ts";
import { readCursor } from "../db/cursor.ts";
import { pageFrom } from "../db/page.ts";
import { statement } from "../db/statement.ts";
import { Problem } from "../http/problem.ts";
import { type MessageRow, messageSelect, messageView } from "../inbox/message-view.ts";

const select = statement<{
  practice: number;
  channel: string;
  before_at: number;
  before_seq: number;
  limit: number;
}>(
  `${messageSelect}
   WHERE m.conversation_id = (SELECT id FROM conversations WHERE practice_id = :practice
       AND practice_id IS NOT NULL AND merged_into IS NULL)
     AND m.channel = :channel AND (m.at, m.seq) < (:before_at, :before_seq)
   ORDER BY m.at DESC, m.seq DESC LIMIT :limit`,
);

const exists = statement<{ practice: number }>(
  `SELECT 1 FROM practices WHERE id = :practice AND erased_at IS NULL`,
);

export type History = {
  practice_id: number;
  channel: ChannelKind;
  cursor?: string | undefined;
  limit: number;
};

/** What went to and came from a practice on one channel, newest first. */
export const history = async (ctx: Ctx, input: History): Promise<Page<Message>> => {
  const db = ctx.env.DB;
  const { practice_id: practice, channel, limit } = input;
  const [before_at = Number.MAX_SAFE_INTEGER, before_seq = 0] = (
    readCursor(input.cursor, 2) ?? []
  ).map(Number);
  const [found, page] = await db.batch<MessageRow>([
    exists(db, { practice }),
    select(db, { practice, channel, before_at, before_seq, limit: limit + 1 }),
  ]);
  if (!found?.results.length) throw new Problem("practice_not_found");
  const rows = page?.results ?? [];
  return pageFrom(rows, limit, (row) => [row.at, row.seq], messageView);
};
