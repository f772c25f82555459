import type { Ctx } from "../context/context.ts";
import { rowOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { publish } from "../live/publish.ts";
import { readUnread, unreadIn } from "./statements.ts";
import { countUnread } from "./unread.ts";
import { type SummaryRow, summarySelect, summaryView } from "./view.ts";

const select = statement<{ practice: number }>(
  `${summarySelect} WHERE c.practice_id = :practice AND c.practice_id IS NOT NULL
   AND c.merged_into IS NULL`,
);

/** Shows a practice's new name, language or addresses on every open inbox. */
export const announcePractice = async (ctx: Ctx, practice: number): Promise<void> => {
  const db = ctx.env.DB;
  const [summary, counter] = await db.batch([select(db, { practice }), readUnread(db, {})]);
  const row = rowOf<SummaryRow>(summary);
  if (!row) return;
  await publish(ctx, {
    inbox: {
      type: "conversation",
      conversation: summaryView(row),
      unread_count: unreadIn(counter),
    },
  });
};

/** Takes the conversation of an erased practice off every open screen. */
export const announceGone = async (ctx: Ctx, conversation_id: string): Promise<void> => {
  const { unread_count } = await countUnread(ctx);
  const gone = { type: "gone", conversation_id, merged_into: null } as const;
  await publish(ctx, {
    inbox: { ...gone, unread_count },
    conversation: gone,
  });
};
