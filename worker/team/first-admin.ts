import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";

const withoutAdmin = `NOT EXISTS (SELECT 1 FROM members WHERE role = 'admin' AND active = 1)`;

const record = statement<{ audit_id: string; id: string; email: string; now: number }>(
  `INSERT INTO audit_log (id, at, actor_kind, actor_id, action, subject)
   SELECT :audit_id, :now, 'system', NULL, 'member.first_admin',
     coalesce((SELECT id FROM members WHERE email = :email), :id)
   WHERE ${withoutAdmin}`,
);

const insert = statement<{ id: string; email: string; name: string; now: number }>(
  `INSERT INTO members
     (id, name, email, email_verified, role, locale, active, created_at, updated_at)
   SELECT :id, :name, :email, 1, 'admin', 'nl', 1, :now, :now WHERE ${withoutAdmin}
   ON CONFLICT (email) DO UPDATE SET role = 'admin', active = 1, updated_at = :now`,
);

/** Makes ADMIN_EMAIL an admin when nobody is one; both statements see the same moment. */
export const ensureFirstAdmin = async (ctx: Ctx, input: { email: string }): Promise<void> => {
  const id = `member_${ctx.randomToken(16)}`;
  const { email } = input;
  const [name = email] = email.split("@");
  const now = ctx.now();
  await ctx.env.DB.batch([
    record(ctx.env.DB, { audit_id: ctx.newId("audit"), id, email, now }),
    insert(ctx.env.DB, { id, email, name, now }),
  ]);
};
