import type { MiddlewareHandler } from "hono";
import { may, type Permission } from "#contracts/team.ts";
import type { AppEnv } from "./app-env.ts";
import { hasOurOrigin } from "./origin.ts";
import { Problem } from "./problem.ts";

/** Who may call a route: holders of a permission, anyone, or whoever can sign like the provider. */
export type Access =
  | { kind: "permission"; permission: Permission }
  | { kind: "signed_in" }
  | { kind: "public"; reason: string }
  | { kind: "signature"; of: "twilio" };

const declarations = new WeakMap<object, Access>();

/** The declaration a middleware carries; a test walks the router and misses none. */
export const accessOf = (handler: object): Access | undefined => declarations.get(handler);

const declare = (access: Access, handler: MiddlewareHandler<AppEnv>) => {
  declarations.set(handler, access);
  return handler;
};

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

const callersOnly = (access: Access, permission: Permission | null) =>
  declare(access, async (c, next) => {
    const { ctx, identify } = c.var;
    const caller = await identify(ctx, c.req.raw);
    if (!caller) throw new Problem("unauthenticated");
    // A cookie travels by itself, so a browser must also prove it stands on our page; a key does not.
    const writesByCookie = caller.kind === "member" && !safeMethods.has(c.req.method);
    if (writesByCookie && !hasOurOrigin(c.req.raw, ctx.config)) throw new Problem("wrong_origin");
    if (permission !== null && !may(caller.role, permission)) throw new Problem("forbidden");
    c.set("ctx", { ...ctx, actor: caller });
    await next();
  });

/** Members and keys whose role has the permission. */
export const allow = (permission: Permission) =>
  callersOnly({ kind: "permission", permission }, permission);

/** Every member and key. */
export const signedIn = () => callersOnly({ kind: "signed_in" }, null);

/** Anyone; the reason is shown by the route test. */
export const anyone = (reason: string) =>
  declare({ kind: "public", reason }, async (c, next) => {
    const foreign = !safeMethods.has(c.req.method) && !hasOurOrigin(c.req.raw, c.var.ctx.config);
    if (foreign) throw new Problem("wrong_origin");
    await next();
  });

/** Whoever holds the provider's secret; the handler checks the signature before anything else. */
export const signedBy = (of: "twilio") => declare({ kind: "signature", of }, (_, next) => next());
