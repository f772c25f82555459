import type { Caller } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";

/** What routes find on Hono's context. */
export type AppEnv = {
  Bindings: Env;
  Variables: { ctx: Ctx; identify: Identify; requestId: string };
};

/** Tells who sent a request; null for nobody we know. */
export type Identify = (ctx: Ctx, request: Request) => Promise<Caller | null>;
