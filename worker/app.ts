import { Hono } from "hono";
import { generateSpecs } from "hono-openapi";
import type { MergeSchemaPath, Schema } from "hono/types";
import { resend } from "./channels/email/resend.ts";
import { systemActor } from "./context/actor.ts";
import { configOf } from "./context/config.ts";
import { createContext } from "./context/context.ts";
import type { System } from "./context/system.ts";
import { deepestMessage } from "./db/unique-violation.ts";
import { anyone } from "./http/access.ts";
import { answers } from "./http/answers.ts";
import type { AppEnv, Identify } from "./http/app-env.ts";
import { docsPage, docsStyle } from "./http/docs.ts";
import { health } from "./http/health.ts";
import { Problem, problemResponse } from "./http/problem.ts";
import { docsHeaders, securityHeaders } from "./http/security-headers.ts";
import { inboxRoutes } from "./inbox/routes.ts";
import { deadLetterRoutes } from "./jobs/routes.ts";
import { liveRoutes } from "./live/routes.ts";
import { messageRoutes, replyRoutes, smsRoutes } from "./messages/routes.ts";
import { practiceRoutes } from "./practices/routes.ts";
import { react } from "./reactions.ts";
import { authRoutes, meRoutes, teamRoutes } from "./team/routes.ts";

/** Where each domain's routes are mounted. */
const domains = {
  "/api/auth": authRoutes(resend.send),
  "/api/me": meRoutes,
  "/api/team": teamRoutes(resend.send),
  "/api/dead-letters": deadLetterRoutes,
  "/api/practices": practiceRoutes,
  "/api/inbox": inboxRoutes,
  "/api/inbox/reply": replyRoutes,
  "/api/messages": messageRoutes,
  "/api/sms": smsRoutes,
};

type Domains = typeof domains;
/** Each domain's routes at their full paths, all of them together. */
type Mounted = {
  [P in keyof Domains]: (at: MergeSchemaPath<SchemaOf<Domains[P]>, P>) => void;
}[keyof Domains];
type SchemaOf<App> = App extends Hono<AppEnv, infer S, string> ? S : never;
type Together = Mounted extends (all: infer All extends Schema) => void ? All : never;

/** What the typed client `hc` knows of the API. */
export type AppType = Hono<AppEnv, Together, "/">;

/** The API over a system and a way to tell who asks. */
export const createApp = (parts: { system: System; identify: Identify }): Hono<AppEnv> => {
  const { system, identify } = parts;
  const app = new Hono<AppEnv>();

  app.use("/api/docs", docsHeaders);
  app.use(securityHeaders);
  app.use(async (c, next) => {
    const requestId = c.req.header("cf-ray") ?? system.randomToken(8);
    c.set("requestId", requestId);
    c.set("identify", identify);
    const parsed = configOf(c.env);
    if (parsed.ok) {
      const { config } = parsed;
      const waitUntil = (work: Promise<unknown>) => c.executionCtx.waitUntil(work);
      const request = { env: c.env, config, actor: systemActor, system, requestId };
      c.set("ctx", createContext({ ...request, waitUntil, react }));
    } else if (c.req.path !== "/api/health") {
      throw new Problem("not_configured", { detail: parsed.sentences.join(" ") });
    }
    await next();
  });

  app.onError((error, c) => {
    const { requestId } = c.var;
    if (error instanceof Problem) return problemResponse(c, error.code, requestId, error.extras);
    if (isMalformedJson(error)) return problemResponse(c, "malformed_json", requestId);
    system.log({ event: "request_failed", request_id: requestId, error: deepestMessage(error) });
    return problemResponse(c, "internal", requestId);
  });

  app.notFound((c) => problemResponse(c, "not_found", c.var.requestId));

  app.route("/api/live", liveRoutes);
  for (const [path, routes] of Object.entries(domains)) app.route(path, routes);

  app.get(
    "/api/health",
    anyone("a monitor asks without credentials"),
    answers("Whether the Worker is configured", 200, health),
    (c) => {
      const parsed = configOf(c.env);
      return parsed.ok
        ? c.json({ status: "ok", problems: [] })
        : c.json({ status: "not_configured", problems: parsed.sentences }, 503);
    },
  );

  const described = () =>
    generateSpecs(app, {
      documentation,
      // A refusal is ours (422 as problem+json), not the validator's; sockets are no part of OpenAPI.
      defaultValidationErrorResponse: false,
      exclude: /^\/api\/live\//,
    });
  const openly = anyone("the API's description holds no data");
  app.get("/api/openapi.json", openly, async (c) => c.json(await described()));
  app.get("/api/docs", openly, async (c) => c.html(docsPage(await described())));
  app.get("/api/docs.css", openly, (c) => c.body(docsStyle, 200, { "content-type": "text/css" }));
  return app;
};

const documentation = {
  openapi: "3.1.0",
  info: {
    title: "Spreekuur",
    version: "1",
    description: "One inbox for SMS, WhatsApp and email with healthcare practices.",
  },
  components: { securitySchemes: { key: { type: "http" as const, scheme: "bearer" } } },
  security: [{ key: [] }],
};

/** hono answers a JSON body it cannot parse with an exception of its own. */
const isMalformedJson = (error: Error) => "status" in error && error.status === 400;
