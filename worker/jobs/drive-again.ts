import type { QueueName } from "#contracts/jobs.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { auditChange } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";

type Row = { queue: QueueName; body: string };

// Whoever takes the row drives the job: two clicks are one.
const take = statement<{ id: string }>(
  `DELETE FROM failed_jobs WHERE id = :id AND dead_at IS NOT NULL RETURNING queue, body`,
);

const queues = {
  outbound: (env: Env) => env.OUTBOUND,
} satisfies Record<QueueName, (env: Env) => Queue>;

/** Gives a dead job to its queue once more. Harmless when its rows were settled meanwhile. */
export const driveAgain = async (ctx: Ctx, { id }: { id: string }): Promise<void> => {
  const [taken] = await ctx.env.DB.batch<Row>([
    take(ctx.env.DB, { id }),
    auditChange(ctx, "job.drive_again", id),
  ]);
  const job = taken?.results[0];
  if (!job) throw new Problem("not_found");
  await queues[job.queue](ctx.env).send(JSON.parse(job.body));
};
