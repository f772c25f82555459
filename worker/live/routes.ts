import { Hono } from "hono";
import { z } from "zod";
import { conversationId } from "#contracts/ids.ts";
import type { Caller } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { allow } from "../http/access.ts";
import type { AppEnv } from "../http/app-env.ts";
import { hasOurOrigin } from "../http/origin.ts";
import { Problem } from "../http/problem.ts";
import { validate } from "../http/validate.ts";
import { type Holder, withHolder } from "./holder.ts";
import { teamInbox } from "./publish.ts";

/** A socket opened with an API key has no session that could end it, so it lives an hour. */
const keySocketLives_ms = 60 * 60 * 1000;

/** A browser sends its cookie to any page's socket, so a member must come from our page; a key has no page. */
const holderFor = (ctx: Ctx, request: Request): Holder => {
  // `allow` has put the caller there.
  const caller = ctx.actor as Caller;
  if (request.headers.get("Upgrade")?.toLowerCase() !== "websocket")
    throw new Problem("invalid", { detail: "This is a WebSocket." });
  if (caller.kind === "key") {
    if (request.headers.has("Origin")) throw new Problem("wrong_origin");
    return {
      member_id: caller.id,
      session_id: caller.id,
      expires_at: ctx.now() + keySocketLives_ms,
    };
  }
  if (!hasOurOrigin(request, ctx.config)) throw new Problem("wrong_origin");
  return { member_id: caller.id, session_id: caller.session_id, expires_at: caller.expires_at };
};

/** Live updates. */
export const liveRoutes = new Hono<AppEnv>()
  .get("/inbox", allow("inbox.read"), (c) => {
    const { ctx } = c.var;
    const request = withHolder(c.req.raw, holderFor(ctx, c.req.raw));
    return ctx.env.INBOX.getByName(teamInbox).fetch(request);
  })
  .get(
    "/conversation/:id",
    allow("inbox.read"),
    validate("param", z.strictObject({ id: conversationId })),
    async (c) => {
      const { ctx } = c.var;
      const { id } = c.req.valid("param");
      const holder = holderFor(ctx, c.req.raw);
      await ctx.env.INBOX.getByName(teamInbox).opened(holder.member_id, id);
      return ctx.env.CONVERSATION.getByName(id).fetch(withHolder(c.req.raw, holder));
    },
  );
