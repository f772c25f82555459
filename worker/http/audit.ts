import { actorId } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";

const insert = statement<{
  id: string;
  at: number;
  kind: string;
  actor: string | null;
  action: string;
  subject: string | null;
}>(
  `INSERT INTO audit_log (id, at, actor_kind, actor_id, action, subject)
   VALUES (:id, :at, :kind, :actor, :action, :subject)`,
);

/** The audit row of a state change; goes into the batch that makes the change. */
export const audit = (ctx: Ctx, action: string, subject: string | null): D1PreparedStatement =>
  insert(ctx.env.DB, {
    id: ctx.newId("audit"),
    at: ctx.now(),
    kind: ctx.actor.kind,
    actor: actorId(ctx.actor),
    action,
    subject,
  });
