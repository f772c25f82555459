import { Hono, type Context } from "hono";
import { own } from "../core/own.ts";
import type { Mail } from "../core/state.ts";
import { logWire } from "../core/wire-log.ts";
import type { World } from "../core/world.ts";
import { resendRefusalBody, resendRefusals, type ResendRefusal } from "./refusals.ts";
import { sendEmail } from "./send-email.ts";

export function resendRoutes(world: World) {
  return new Hono()
    .use("/emails/*", async (c, next) => {
      const refused = doorkeeper(world, c.req.header("authorization"));
      if (refused) return refuse(c, refused);
      await next();
    })
    .post("/emails", async (c) => {
      const at = world.ports.now();
      const request = await c.req.text();
      const sent = sendEmail(world, request, c.req.header("idempotency-key"));
      const response = "id" in sent ? c.json(sent) : refuse(c, sent.refused, sent.about);
      logWire(world, {
        at,
        took_ms: world.ports.now() - at,
        direction: "from_product",
        method: "POST",
        url: "/emails",
        params: [...header("idempotency-key", c.req.header("idempotency-key")), ["body", request]],
        status: response.status,
        note: null,
        sid: "id" in sent ? sent.id : null,
      });
      return response;
    })
    .get("/emails/:id", (c) => {
      const mail = own(world.state.mails, c.req.param("id"));
      return mail ? c.json(mailView(mail)) : refuse(c, "not_found");
    });
}

const refuse = (c: Context, name: ResendRefusal, about?: string): Response =>
  c.json(resendRefusalBody(name, about), resendRefusals[name].statusCode);

const header = (name: string, value: string | undefined): [string, string][] =>
  value === undefined ? [] : [[name, value]];

function doorkeeper(world: World, authorization: string | undefined): ResendRefusal | null {
  if (!authorization) return "missing_api_key";
  return authorization === `Bearer ${world.settings.resend_api_key}` ? null : "invalid_api_key";
}

function mailView(mail: Mail) {
  return {
    object: "email",
    ...mail,
    created_at: new Date(mail.created_at).toISOString(),
    scheduled_at: null,
    last_event: "delivered",
  };
}
