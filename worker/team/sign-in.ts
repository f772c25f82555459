import { z } from "zod";
import { type Me, locale, role } from "#contracts/team.ts";
import type { Actor } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { audit } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { createAuth } from "./auth.ts";

const signedIn = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), role, locale }),
  session: z.object({ id: z.string(), expiresAt: z.coerce.date() }),
});

/** Redeems a sign-in token: a new session, its cookie and who it belongs to. */
export const signIn = async (
  ctx: Ctx,
  input: { token: string; headers: Headers },
): Promise<{ me: Me; cookies: string[] }> => {
  const answer = await createAuth(ctx).redeem(input.token, input.headers);
  // Wrong, used, expired or no longer a member: better-auth redirects, we tell nobody which.
  if (answer.status !== 200) throw new Problem("unauthenticated");
  const { user, session } = signedIn.parse(await answer.json());
  const { id, name } = user;
  const actor: Actor = {
    kind: "member",
    id,
    name,
    role: user.role,
    session_id: session.id,
    expires_at: session.expiresAt.getTime(),
  };
  await audit({ ...ctx, actor }, "session.started", id).run();
  return { me: { kind: "member", ...user }, cookies: answer.headers.getSetCookie() };
};
