import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { Problem } from "../http/problem.ts";
import { createAuth } from "./auth.ts";
import { ensureFirstAdmin } from "./first-admin.ts";
import { post, type SendMail } from "./mail.ts";
import { hashMagicLinkToken, magicLinkUrl } from "./magic-link-token.ts";
import { returnPath } from "./return-path.ts";
import { signInMail } from "./sign-in-mail.ts";
import { type MemberRow, memberColumns } from "./view.ts";

const activeMember = statement<{ email: string }>(
  `SELECT ${memberColumns} FROM members WHERE email = :email AND active = 1`,
);

type SignInRequest = {
  email: string;
  callbackURL?: string | undefined;
  sendMail: SendMail;
};

/**
 * Mails a sign-in link to a member. Whether the address is one is found out after the answer,
 * so neither its content nor its time tells.
 */
export const requestSignIn = async (ctx: Ctx, input: SignInRequest): Promise<void> => {
  const email = input.email.toLowerCase();
  const { success } = await ctx.env.SIGN_IN_LIMIT.limit({ key: email });
  if (!success) throw new Problem("too_many_requests");
  ctx.after(mailLink(ctx, { ...input, email }));
};

const mailLink = async (ctx: Ctx, input: SignInRequest): Promise<void> => {
  const { email, sendMail } = input;
  if (email === ctx.config.ADMIN_EMAIL.toLowerCase()) await ensureFirstAdmin(ctx, { email });
  const member = await activeMember(ctx.env.DB, { email }).first<MemberRow>();
  if (!member) return;
  const token = await createAuth(ctx).mintToken(email);
  const url = magicLinkUrl(
    ctx.config.APP_URL,
    token,
    returnPath(input.callbackURL, ctx.config.APP_URL),
  );
  const letter = await signInMail({ locale: member.locale, url });
  const idempotency_key = `sign-in-${(await hashMagicLinkToken(token)).slice(0, 32)}`;
  await post(ctx, { mail: { to: email, idempotency_key, ...letter }, sendMail });
};
