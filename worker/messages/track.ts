import type { StatusReport } from "../channels/channel.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { type News, newsOf, newsStatements } from "../inbox/announce.ts";
import { suppressRecipients } from "../practices/suppression.ts";
import { mayBecome } from "./status.ts";

const timeColumns = {
  sent: "sent_at",
  delivered: "delivered_at",
  read: "read_at",
  failed: "failed_at",
  cancelled: "cancelled_at",
} as const satisfies Record<StatusReport["status"], string>;

type Progress = {
  id: string;
  provider_id: string;
  status: string;
  from: string;
  reason: string | null;
  code: string | null;
  at: number;
};

const mayProgress = `id = :id AND direction = 'outbound'
  AND status IN (SELECT value FROM json_each(:from))`;

// Apart, because a statement that names an indexed column writes the index too: mostly there is nothing to bind.
const bindProviderId = statement<Progress>(
  `UPDATE messages SET provider_id = :provider_id WHERE ${mayProgress} AND provider_id IS NULL`,
);

// A message that is bound to one provider id is not moved by a report about another.
const progressTo = (column: string) =>
  statement<Progress>(
    `UPDATE messages SET status = :status, due_at = NULL, refusal_reason = :reason,
       provider_code = :code, ${column} = :at
     WHERE ${mayProgress} AND provider_id = :provider_id
     RETURNING id`,
  );

const progress = {
  sent: progressTo(timeColumns.sent),
  delivered: progressTo(timeColumns.delivered),
  read: progressTo(timeColumns.read),
  failed: progressTo(timeColumns.failed),
  cancelled: progressTo(timeColumns.cancelled),
} satisfies Record<StatusReport["status"], ReturnType<typeof progressTo>>;

/**
 * Notes what the provider reports about a message of ours; null when it was no progress. Reports
 * repeat, come in any order, and may come before our own note of the send.
 */
export const track = async (ctx: Ctx, report: StatusReport): Promise<News | null> => {
  const db = ctx.env.DB;
  const at = ctx.now();
  const id = report.message_id;
  const told: Progress = {
    id,
    provider_id: report.provider_id,
    status: report.status,
    from: JSON.stringify(mayBecome(report.status)),
    reason: report.reason,
    code: report.provider_code,
    at,
  };
  const [, changed, ...rest] = await db.batch([
    bindProviderId(db, told),
    progress[report.status](db, told),
    ...(report.reason === "opted_out"
      ? [suppressRecipients(db, { messages: JSON.stringify([id]), at })]
      : []),
    ...newsStatements(db, [id]),
  ]);
  return changed?.results.length ? newsOf(rest) : null;
};
