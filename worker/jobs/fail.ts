import type { QueueName } from "#contracts/jobs.ts";
import type { Ctx } from "../context/context.ts";
import { sha256 } from "../context/hash.ts";
import { statement } from "../db/statement.ts";

type Failure = {
  id: string;
  queue: string;
  body: string;
  reason: string;
  attempts: number;
  at: number;
  dead_at: number | null;
};

// The queue that gives a job up does not say why; the reason of its last try stays.
const note = statement<Failure>(
  `INSERT INTO failed_jobs (id, queue, body, reason, attempts, failed_at, dead_at)
   VALUES (:id, :queue, :body, :reason, :attempts, :at, :dead_at)
   ON CONFLICT (id) DO UPDATE SET
     reason = CASE WHEN :dead_at IS NULL THEN :reason ELSE reason END,
     attempts = max(attempts, :attempts), failed_at = :at, dead_at = coalesce(:dead_at, dead_at)`,
);

const forget = statement<{ before: number }>(
  `DELETE FROM failed_jobs WHERE dead_at IS NULL AND failed_at < :before`,
);

export type FailedJob = { queue: QueueName; body: unknown; attempts: number };

const failure = async (ctx: Ctx, job: FailedJob) => {
  const body = JSON.stringify(job.body);
  const id = await sha256(`${job.queue} ${body}`);
  return { id, queue: job.queue, body, attempts: job.attempts, at: ctx.now() };
};

/** Notes why a job failed; it will be tried again. */
export const noteFailure = async (ctx: Ctx, job: FailedJob & { reason: string }): Promise<void> => {
  const row = { ...(await failure(ctx, job)), reason: job.reason, dead_at: null };
  await note(ctx.env.DB, row).run();
};

/** Notes that a queue has given a job up: a person may drive it again. */
export const noteDead = async (ctx: Ctx, job: FailedJob): Promise<void> => {
  const row = { ...(await failure(ctx, job)), reason: "unknown", dead_at: ctx.now() };
  await note(ctx.env.DB, row).run();
};

const day_ms = 24 * 60 * 60 * 1000;

/** Forgets failures that a later try made good. */
export const forgetFailures = async (ctx: Ctx): Promise<void> => {
  await forget(ctx.env.DB, { before: ctx.now() - day_ms }).run();
};
