import { actorId } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";

type Entry = {
  id: string;
  at: number;
  kind: string;
  actor: string | null;
  action: string;
  subject: string | null;
};

const columns = `INSERT INTO audit_log (id, at, actor_kind, actor_id, action, subject)
  SELECT :id, :at, :kind, :actor, :action, :subject`;

const insert = statement<Entry>(columns);
const insertWithNumber =
  statement<Entry>(`INSERT INTO audit_log (id, at, actor_kind, actor_id, action, subject)
  SELECT :id, :at, :kind, :actor, :action, (SELECT seq FROM sqlite_sequence WHERE name = :subject)`);
const insertIfChanged = statement<Entry>(`${columns} WHERE changes() > 0`);

const entry = (ctx: Ctx, action: string, subject: string | null): Entry => ({
  id: ctx.newId("audit"),
  at: ctx.now(),
  kind: ctx.actor.kind,
  actor: actorId(ctx.actor),
  action,
  subject,
});

/** The audit row of a state change; goes into the batch that makes the change. */
export const audit = (ctx: Ctx, action: string, subject: string | null): D1PreparedStatement =>
  insert(ctx.env.DB, entry(ctx, action, subject));

/** The audit row of what the batch has just inserted into `table`: its number is not known before. */
export const auditInserted = (ctx: Ctx, action: string, table: string): D1PreparedStatement =>
  insertWithNumber(ctx.env.DB, entry(ctx, action, table));

/** The audit row of the statement right before it in the batch; none when that changed nothing. */
export const auditChange = (
  ctx: Ctx,
  action: string,
  subject: string | null,
): D1PreparedStatement => insertIfChanged(ctx.env.DB, entry(ctx, action, subject));
