import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { audit } from "../http/audit.ts";
import { createAuth } from "./auth.ts";
import { identify } from "./identity.ts";
import { disconnectSession } from "./live-sockets.ts";

const end = statement<{ id: string }>(`DELETE FROM sessions WHERE id = :id`);

/** Ends the session a request carries, its sockets included; answers the cookies that forget it. */
export const signOut = async (ctx: Ctx, input: { request: Request }): Promise<string[]> => {
  const caller = await identify(ctx, input.request);
  if (caller?.kind === "member") {
    await ctx.env.DB.batch([
      end(ctx.env.DB, { id: caller.session_id }),
      audit({ ...ctx, actor: caller }, "session.ended", caller.id),
    ]);
    await disconnectSession(ctx, { memberId: caller.id, sessionId: caller.session_id });
  }
  const answer = await createAuth(ctx).forget(input.request.headers);
  return answer.headers.getSetCookie();
};
