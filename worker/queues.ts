import { outboundJob } from "#contracts/jobs.ts";
import type { Ctx } from "./context/context.ts";
import { deliver } from "./messages/deliver.ts";

/** Each queue's jobs and the verb they wake. */
const consumers: Readonly<Record<string, (ctx: Ctx, body: unknown) => Promise<void>>> = {
  outbound: (ctx, body) => deliver(ctx, outboundJob.parse(body).message_ids),
};

/** How long a job that failed waits for its next try. */
const retryDelay_s = 10;

/**
 * Decides message by message and never throws: one that fails is tried again, the others are done.
 * A job that is lost for good is no loss, the sweep finds its rows.
 */
export const consume = async (ctx: Ctx, batch: MessageBatch): Promise<void> => {
  const consumer = consumers[batch.queue];
  for (const message of batch.messages) {
    try {
      if (!consumer) throw new Error(`no consumer for queue ${batch.queue}`);
      await consumer(ctx, message.body);
      message.ack();
    } catch (error) {
      ctx.log({
        event: "job_failed",
        queue: batch.queue,
        attempt: message.attempts,
        error: error instanceof Error ? error.name : "unknown",
      });
      message.retry({ delaySeconds: retryDelay_s });
    }
  }
};
