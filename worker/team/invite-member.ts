import type { z } from "zod";
import type { Member, memberInput } from "#contracts/team.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { isUniqueViolation } from "../db/unique-violation.ts";
import { audit } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { invitationMail } from "./invitation-mail.ts";
import { post, type SendMail } from "./mail.ts";
import { memberView } from "./view.ts";

// The address counts as verified: the only way in is a link mailed to it.
const insert = statement<{
  id: string;
  name: string;
  email: string;
  role: string;
  locale: string;
  now: number;
}>(
  `INSERT INTO members
     (id, name, email, email_verified, role, locale, active, created_at, updated_at)
   VALUES (:id, :name, :email, 1, :role, :locale, 1, :now, :now)`,
);

/** Adds a colleague and mails where to sign in. */
export const inviteMember = async (
  ctx: Ctx,
  input: { member: z.output<typeof memberInput>; sendMail: SendMail },
): Promise<Member> => {
  const { sendMail } = input;
  const now = ctx.now();
  const id = `member_${ctx.randomToken(16)}`;
  const invited = { ...input.member, id, email: input.member.email.toLowerCase() };
  await ctx.env.DB.batch([
    insert(ctx.env.DB, { ...invited, now }),
    audit(ctx, `member.invited.${invited.role}`, id),
  ]).catch((error: unknown) => {
    throw isUniqueViolation(error, "members.email") ? new Problem("member_exists") : error;
  });
  const url = `${ctx.config.APP_URL}/sign-in`;
  const letter = await invitationMail({ locale: invited.locale, url });
  const mail = { to: invited.email, idempotency_key: `invitation-${id}`, ...letter };
  ctx.after(post(ctx, { mail, sendMail }));
  return memberView({ ...invited, active: 1, created_at: now });
};
