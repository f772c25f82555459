import type { Ctx } from "./context/context.ts";
import { forgetOldKeys, keysLive_ms } from "./http/idempotency.ts";
import { finishLinks } from "./inbox/link.ts";
import { forgetFailures } from "./jobs/fail.ts";
import { republish } from "./inbox/republish.ts";
import { collectPrices } from "./messages/prices.ts";
import { settleUnknown } from "./messages/settle-unknown.ts";
import { sweep } from "./messages/sweep.ts";
import { sweepSignIns } from "./team/sweep-sign-ins.ts";

/** What each cron expression of wrangler.toml does. */
const jobs: Readonly<Record<string, readonly ((ctx: Ctx) => Promise<void>)[]>> = {
  "* * * * *": [sweep, settleUnknown, finishLinks, republish],
  "*/5 * * * *": [collectPrices],
  "17 3 * * *": [
    sweepSignIns,
    forgetFailures,
    async (ctx) => {
      await forgetOldKeys(ctx.env.DB, { before: ctx.now() - keysLive_ms }).run();
    },
  ],
};

/** Runs a tick's jobs one after the other; one that fails does not keep the next from running. */
export const tick = async (ctx: Ctx, cron: string): Promise<void> => {
  for (const job of jobs[cron] ?? []) {
    try {
      await job(ctx);
    } catch (error) {
      ctx.log({
        event: "cron_failed",
        cron,
        job: job.name,
        error: error instanceof Error ? error.name : "unknown",
      });
    }
  }
};
