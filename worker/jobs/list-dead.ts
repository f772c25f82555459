import { type DeadLetter, outboundJob, type QueueName } from "#contracts/jobs.ts";
import type { Page, PageQuery } from "#contracts/pages.ts";
import type { Ctx } from "../context/context.ts";
import { readCursor } from "../db/cursor.ts";
import { pageFrom } from "../db/page.ts";
import { rowsOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";

type Row = {
  id: string;
  queue: QueueName;
  body: string;
  reason: string;
  attempts: number;
  dead_at: number;
};

const select = statement<{ before_at: number; before_id: string; limit: number }>(
  `SELECT id, queue, body, reason, attempts, dead_at FROM failed_jobs
   WHERE dead_at IS NOT NULL AND (dead_at, id) < (:before_at, :before_id)
   ORDER BY dead_at DESC, id DESC LIMIT :limit`,
);

/** Jobs that were given up, the latest first. */
export const listDead = async (ctx: Ctx, input: PageQuery): Promise<Page<DeadLetter>> => {
  const { limit } = input;
  const [at = Number.MAX_SAFE_INTEGER, id = ""] = readCursor(input.cursor, 2) ?? [];
  const keyset = { before_at: Number(at), before_id: String(id), limit: limit + 1 };
  const rows = rowsOf<Row>(await select(ctx.env.DB, keyset).all());
  return pageFrom(rows, limit, (row) => [row.dead_at, row.id], view);
};

const view = ({ id, queue, body, reason, attempts, dead_at }: Row): DeadLetter => ({
  id,
  queue,
  message_ids: outboundJob.safeParse(JSON.parse(body)).data?.message_ids ?? [],
  reason,
  attempts,
  since: new Date(dead_at).toISOString(),
});
