import type { OutboundJob } from "#contracts/jobs.ts";
import type { Ctx } from "../context/context.ts";

/** Cloudflare Queues hold a message at most 24 h; what is due later is found by the sweep. */
const maxDelay_s = 86_400;

/** Wakes the delivery of these messages after a while. A lost wake-up is made good by the sweep. */
export const wake = async (
  ctx: Ctx,
  message_ids: readonly string[],
  after_ms: number,
): Promise<void> => {
  if (message_ids.length === 0) return;
  const job: OutboundJob = { message_ids: [...message_ids] };
  await ctx.env.OUTBOUND.send(job, {
    delaySeconds: Math.min(maxDelay_s, Math.ceil(after_ms / 1000)),
  });
};
