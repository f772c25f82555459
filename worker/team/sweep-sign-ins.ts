import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { sessionLimits } from "./session-cookie.ts";

const oldLinks = statement<{ now: number }>(`DELETE FROM verifications WHERE expires_at < :now`);
const deadSessions = statement<{ now: number; idle_since: number }>(
  `DELETE FROM sessions WHERE expires_at < :now OR updated_at < :idle_since`,
);

/** Removes links and sessions that no longer open anything; for the nightly cron. */
export const sweepSignIns = async (ctx: Ctx): Promise<void> => {
  const now = ctx.now();
  await ctx.env.DB.batch([
    oldLinks(ctx.env.DB, { now }),
    deadSessions(ctx.env.DB, { now, idle_since: now - sessionLimits.idle_ms }),
  ]);
};
