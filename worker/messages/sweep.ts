import type { Ctx } from "../context/context.ts";
import { rowsOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { announceMessages } from "../inbox/announce.ts";
import { deliver } from "./deliver.ts";
import { nextLook } from "./look.ts";

/** How much one tick takes on; what is left is there at the next one. */
const perTick = 200;

const overdue = statement<{ now: number; limit: number }>(
  `SELECT id FROM messages
   WHERE status IN ('queued', 'sending') AND status = 'queued' AND due_at <= :now
   ORDER BY due_at LIMIT :limit`,
);

// Claimed, and no outcome in time: the claimer died, and nobody knows whether its call was made.
const giveUpClaims = statement<{ now: number; look_at: number | null; limit: number }>(
  `UPDATE messages SET status = 'unknown', unknown_at = :now, due_at = :look_at
   WHERE id IN (SELECT id FROM messages
     WHERE status IN ('queued', 'sending') AND status = 'sending' AND due_at <= :now
     ORDER BY due_at LIMIT :limit)
   RETURNING id`,
);

/** Finds what a lost wake-up or a crash left behind. */
export const sweep = async (ctx: Ctx): Promise<void> => {
  const db = ctx.env.DB;
  const now = ctx.now();
  const [lost, due] = await db.batch<{ id: string }>([
    giveUpClaims(db, { now, look_at: nextLook(now, now), limit: perTick }),
    overdue(db, { now, limit: perTick }),
  ]);
  const ids = (result: D1Result | undefined) => rowsOf<{ id: string }>(result).map(({ id }) => id);
  await announceMessages(ctx, ids(lost));
  await deliver(ctx, ids(due));
};
