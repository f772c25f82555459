import { outboundJob, type QueueName, queueNames } from "#contracts/jobs.ts";
import type { Ctx } from "./context/context.ts";
import { noteDead, noteFailure } from "./jobs/fail.ts";
import { deliver } from "./messages/deliver.ts";

/** Each queue's jobs and the verb they wake. */
const consumers = {
  outbound: (ctx, body) => deliver(ctx, outboundJob.parse(body).message_ids),
} satisfies Record<QueueName, (ctx: Ctx, body: unknown) => Promise<void>>;

/** How long a job that failed waits for its next try. */
const retryDelay_s = 10;

/** Every queue has one for what it gives up, named after it. */
const deadLetters = (queue: QueueName) => `${queue}-dead`;

/**
 * Decides message by message and never throws: one that fails is tried again, the others are done.
 * A job that is lost for good is no loss, the sweep finds its rows.
 */
export const consume = async (ctx: Ctx, batch: MessageBatch): Promise<void> => {
  const queue = queueNames.find((name) => name === batch.queue);
  const dead = queueNames.find((name) => deadLetters(name) === batch.queue);
  for (const message of batch.messages) {
    if (queue) await work(ctx, queue, message);
    else if (dead) await bury(ctx, dead, message);
    else putBack(ctx, batch.queue, message, "NoConsumer");
  }
};

const work = async (ctx: Ctx, queue: QueueName, message: Message) => {
  const { body, attempts } = message;
  try {
    await consumers[queue](ctx, body);
    message.ack();
  } catch (error) {
    const reason = nameOf(error);
    putBack(ctx, queue, message, reason);
    // What keeps the job from succeeding may keep its failure from being noted.
    await noteFailure(ctx, { queue, body, attempts, reason }).catch(() => {});
  }
};

const bury = async (ctx: Ctx, queue: QueueName, message: Message) => {
  const { body, attempts } = message;
  try {
    await noteDead(ctx, { queue, body, attempts });
    message.ack();
  } catch (error) {
    putBack(ctx, deadLetters(queue), message, nameOf(error));
  }
};

const putBack = (ctx: Ctx, queue: string, message: Message, error: string) => {
  ctx.log({ event: "job_failed", queue, attempt: message.attempts, error });
  message.retry({ delaySeconds: retryDelay_s });
};

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "unknown");
