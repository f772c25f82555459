import type { Ctx } from "../context/context.ts";
import { rowsOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { announceMessages } from "./announce.ts";

/** Twice the sweep's interval, so that a frame is repeated at least once. */
const recent_ms = 2 * 60_000;
/** The busiest team sees its newest conversations; who missed more than that refetches anyway. */
const most = 50;

const recentlyActive = statement<{ since: number; limit: number }>(
  `SELECT last_message_id AS id FROM conversations
   WHERE merged_into IS NULL AND last_message_at > :since AND last_message_id IS NOT NULL
   ORDER BY last_message_at DESC, id DESC LIMIT :limit`,
);

/** Tells open screens again what is new: a frame may have been lost with the invocation that sent it. */
export const republish = async (ctx: Ctx): Promise<void> => {
  const since = ctx.now() - recent_ms;
  const found = await recentlyActive(ctx.env.DB, { since, limit: most }).all();
  await announceMessages(
    ctx,
    rowsOf<{ id: string }>(found).map(({ id }) => id),
  );
};
