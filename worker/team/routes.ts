import { Hono } from "hono";
import { z } from "zod";
import { pageOf, pageQuery } from "#contracts/pages.ts";
import {
  apiKey,
  apiKeyInput,
  auditEntry,
  createdApiKey,
  me,
  meChange,
  member,
  memberChange,
  memberInput,
  revokedApiKey,
  signedOut,
  signInInput,
  signInRequested,
  signInToken,
} from "#contracts/team.ts";
import { allow, anyone, signedIn } from "../http/access.ts";
import { answers } from "../http/answers.ts";
import type { AppEnv } from "../http/app-env.ts";
import { validate } from "../http/validate.ts";
import { changeMe } from "./change-me.ts";
import { changeMember } from "./change-member.ts";
import { createApiKey } from "./create-api-key.ts";
import { inviteMember } from "./invite-member.ts";
import { listApiKeys } from "./list-api-keys.ts";
import { listAudit } from "./list-audit.ts";
import { listMembers } from "./list-members.ts";
import { magicLinkMinutes } from "./magic-link-token.ts";
import type { SendMail } from "./mail.ts";
import { readMe } from "./read-me.ts";
import { requestSignIn } from "./request-sign-in.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";

const idParam = z.strictObject({ id: z.string().min(1).max(100) });
const noQuery = z.strictObject({});

/** /api/auth: ask for a link, redeem it, leave. */
export const authRoutes = (sendMail: SendMail) =>
  new Hono<AppEnv>()
    .post(
      "/sign-in/magic-link",
      anyone("sign-in happens here"),
      answers("Mail a sign-in link", 202, signInRequested, ["invalid", "too_many_requests"]),
      validate("json", signInInput),
      async (c) => {
        await requestSignIn(c.var.ctx, { ...c.req.valid("json"), sendMail });
        return c.json({ expires_in_minutes: magicLinkMinutes }, 202);
      },
    )
    .post(
      "/magic-link/verify",
      anyone("sign-in happens here"),
      answers("Redeem a sign-in link", 200, me, ["unauthenticated", "invalid"]),
      validate("json", signInToken),
      async (c) => {
        const { headers } = c.req.raw;
        const session = await signIn(c.var.ctx, { ...c.req.valid("json"), headers });
        for (const cookie of session.cookies) c.header("Set-Cookie", cookie, { append: true });
        return c.json(session.me, 200);
      },
    )
    .post(
      "/sign-out",
      anyone("sign-in happens here"),
      answers("End the session", 200, signedOut),
      async (c) => {
        const cookies = await signOut(c.var.ctx, { request: c.req.raw });
        for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
        return c.json({ signed_out: true as const }, 200);
      },
    );

/** /api/me: the member or key that asks. */
export const meRoutes = new Hono<AppEnv>()
  .get("/", signedIn(), answers("Who I am", 200, me), validate("query", noQuery), async (c) =>
    c.json(await readMe(c.var.ctx), 200),
  )
  .patch(
    "/",
    signedIn(),
    answers("Change my name or language", 200, me, ["forbidden", "invalid"]),
    validate("json", meChange),
    async (c) => c.json(await changeMe(c.var.ctx, c.req.valid("json")), 200),
  );

/** /api/team: members, API keys and the audit log. */
export const teamRoutes = (sendMail: SendMail) =>
  new Hono<AppEnv>()
    .get(
      "/members",
      allow("team.read"),
      answers("Members", 200, pageOf(member), ["invalid"]),
      validate("query", pageQuery),
      async (c) => c.json(await listMembers(c.var.ctx, c.req.valid("query")), 200),
    )
    .post(
      "/members",
      allow("team.manage"),
      answers("Invite a member", 201, member, ["member_exists", "invalid"]),
      validate("json", memberInput),
      async (c) => {
        const invited = { member: c.req.valid("json"), sendMail };
        return c.json(await inviteMember(c.var.ctx, invited), 201);
      },
    )
    .patch(
      "/members/:id",
      allow("team.manage"),
      answers("Change a member", 200, member, ["not_found", "last_admin", "invalid"]),
      validate("param", idParam),
      validate("json", memberChange),
      async (c) => {
        const change = { ...c.req.valid("param"), change: c.req.valid("json") };
        return c.json(await changeMember(c.var.ctx, change), 200);
      },
    )
    .get(
      "/keys",
      allow("keys.manage"),
      answers("API keys", 200, pageOf(apiKey), ["invalid"]),
      validate("query", pageQuery),
      async (c) => c.json(await listApiKeys(c.var.ctx, c.req.valid("query")), 200),
    )
    .post(
      "/keys",
      allow("keys.manage"),
      answers("Create an API key", 201, createdApiKey, ["invalid"]),
      validate("json", apiKeyInput),
      async (c) => c.json(await createApiKey(c.var.ctx, c.req.valid("json")), 201),
    )
    .delete(
      "/keys/:id",
      allow("keys.manage"),
      answers("Revoke an API key", 200, revokedApiKey, ["not_found"]),
      validate("param", idParam),
      async (c) => c.json(await revokeApiKey(c.var.ctx, c.req.valid("param")), 200),
    )
    .get(
      "/audit",
      allow("audit.read"),
      answers("Who did what", 200, pageOf(auditEntry), ["invalid"]),
      validate("query", pageQuery),
      async (c) => c.json(await listAudit(c.var.ctx, c.req.valid("query")), 200),
    );
