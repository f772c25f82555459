import type { ConversationSummary } from "#contracts/inbox.ts";
import type { Ctx } from "../context/context.ts";
import { rowOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { auditChange } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { publish } from "../live/publish.ts";
import { adoptStatements, moveStatements } from "../practices/adopt.ts";
import { findPractice } from "../practices/find.ts";
import { notMerged } from "./not-merged.ts";
import { readUnread, unreadIn } from "./statements.ts";
import { type SummaryRow, summarySelect, summaryView } from "./view.ts";

const selectSource = statement<{ id: string }>(
  `SELECT id, contact_point_id, merged_into FROM conversations WHERE id = :id`,
);

const selectTarget = statement<{ practice: number }>(
  `${summarySelect} WHERE c.practice_id = :practice AND c.practice_id IS NOT NULL
   AND c.merged_into IS NULL`,
);

// Where the conversation is now; its number may have moved on to another practice since.
const selectOwner = statement<{ id: string }>(
  `SELECT coalesce(t.practice_id, c.practice_id) AS practice_id
   FROM conversations c LEFT JOIN conversations t ON t.id = c.merged_into WHERE c.id = :id`,
);

/** Links an unknown sender to a practice: their messages join the practice's conversation. */
export const linkConversation = async (
  ctx: Ctx,
  input: { id: string; practice_id: number },
): Promise<ConversationSummary> => {
  const db = ctx.env.DB;
  const { id, practice_id: practice } = input;
  await findPractice(ctx, practice);
  const source = notMerged(
    (await selectSource(db, { id }).first<{
      id: string;
      contact_point_id: string | null;
      merged_into: string | null;
    }>()) ?? undefined,
  );
  const { contact_point_id: contact_point } = source;
  if (contact_point === null) throw new Problem("already_linked");
  const results = await db.batch([
    ...adoptStatements(ctx, { contact_point, practice }),
    auditChange(ctx, "conversation.link", id),
    selectOwner(db, { id }),
    selectTarget(db, { practice }),
    readUnread(db, {}),
  ]);
  const owner = rowOf<{ practice_id: number | null }>(results.at(-3))?.practice_id ?? null;
  if (owner === null) throw new Problem("practice_not_found");
  if (owner !== practice) throw new Problem("already_linked");
  const row = rowOf<SummaryRow>(results.at(-2));
  if (!row) throw new Problem("conversation_not_found");
  const conversation = summaryView(row);
  ctx.after(tell(ctx, id, conversation, unreadIn(results.at(-1))));
  return conversation;
};

const tell = async (
  ctx: Ctx,
  source: string,
  conversation: ConversationSummary,
  unread_count: number,
) => {
  await publish(ctx, { inbox: { type: "conversation", conversation, unread_count } });
  if (source === conversation.id) return;
  await publish(ctx, {
    inbox: { type: "gone", conversation_id: source, merged_into: conversation.id, unread_count },
    conversation: { type: "gone", conversation_id: source, merged_into: conversation.id },
  });
};

/** Goes on moving the messages of conversations that were too long to move at once. */
export const finishLinks = async (ctx: Ctx): Promise<void> => {
  await ctx.env.DB.batch(moveStatements(ctx.env.DB, ctx.now()));
};
