import type { z } from "zod";
import type { Member, memberChange } from "#contracts/team.ts";
import type { Ctx } from "../context/context.ts";
import { type Bound, statement } from "../db/statement.ts";
import { deepestMessage } from "../db/unique-violation.ts";
import { audit } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { disconnect } from "./live-sockets.ts";
import { type MemberRow, memberColumns, memberView } from "./view.ts";

type Change = z.output<typeof memberChange>;
type Bindings = { id: string; role: Bound; active: Bound };

const exists = statement<{ id: string }>(`SELECT 1 FROM members WHERE id = :id`);

// Runs before the update, so that it still sees what was.
const endSessions = statement<Bindings>(
  `DELETE FROM sessions WHERE member_id = :id AND EXISTS (
     SELECT 1 FROM members WHERE id = :id
       AND (role <> coalesce(:role, role) OR active <> coalesce(:active, active)))`,
);

// `role` may not be null: that is how the last active admin makes the whole batch fail.
const update = statement<Bindings & { name: Bound; locale: Bound; now: number }>(
  `UPDATE members SET
     name = coalesce(:name, name),
     locale = coalesce(:locale, locale),
     active = coalesce(:active, active),
     updated_at = :now,
     role = CASE
       WHEN role = 'admin' AND active = 1
         AND (coalesce(:role, role) <> 'admin' OR coalesce(:active, active) = 0)
         AND NOT EXISTS (
           SELECT 1 FROM members other
           WHERE other.id <> members.id AND other.role = 'admin' AND other.active = 1)
       THEN NULL
       ELSE coalesce(:role, role)
     END
   WHERE id = :id RETURNING ${memberColumns}`,
);

/** Changes a colleague; a new role or a deactivation ends his sessions and sockets. */
export const changeMember = async (
  ctx: Ctx,
  input: { id: string; change: Change },
): Promise<Member> => {
  const { id, change } = input;
  const db = ctx.env.DB;
  if (!(await exists(db, { id }).first())) throw new Problem("not_found");
  const role = change.role ?? null;
  const active = change.active === undefined ? null : Number(change.active);
  const profile = { name: change.name ?? null, locale: change.locale ?? null };
  const [, changed] = await db
    .batch<MemberRow>([
      endSessions(db, { id, role, active }),
      update(db, { id, role, active, ...profile, now: ctx.now() }),
      ...actionsOf(change).map((action) => audit(ctx, action, id)),
    ])
    .catch((error: unknown) => {
      const refused = deepestMessage(error).includes("NOT NULL constraint failed: members.role");
      throw refused ? new Problem("last_admin") : error;
    });
  // Also when nothing changed: a first try may have stopped between the batch and this call.
  if (role !== null || active !== null) await disconnect(ctx, { actorId: id });
  const row = changed?.results[0];
  if (!row) throw new Problem("not_found");
  return memberView(row);
};

const actionsOf = (change: Change): string[] =>
  [
    change.role && `member.role.${change.role}`,
    change.active !== undefined && (change.active ? "member.activated" : "member.deactivated"),
    (change.name ?? change.locale) !== undefined && "member.profile",
  ].filter((action) => typeof action === "string");
