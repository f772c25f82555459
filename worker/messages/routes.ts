import { Hono } from "hono";
import { z } from "zod";
import { messageId, practiceId } from "#contracts/ids.ts";
import { message, replyInput, retryInput, smsInput } from "#contracts/messages.ts";
import { pageOf, pageQuery } from "#contracts/pages.ts";
import { readInbound } from "../channels/sms/inbound.ts";
import { readStatus } from "../channels/sms/status.ts";
import { emptyTwiml, signedForm } from "../channels/webhooks.ts";
import { allow, signedBy } from "../http/access.ts";
import { answers } from "../http/answers.ts";
import type { AppEnv } from "../http/app-env.ts";
import { validate } from "../http/validate.ts";
import { announce } from "../inbox/announce.ts";
import { history } from "./history.ts";
import { receive } from "./receive.ts";
import { reply } from "./reply.ts";
import { retry } from "./retry.ts";
import { sendSms } from "./send-sms.ts";
import { track } from "./track.ts";

const idempotencyKey = z.looseObject({ "idempotency-key": z.string().min(1).max(255).optional() });
const noWay = ["no_contact_point", "opted_out", "channel_not_available"] as const;

export const smsRoutes = new Hono<AppEnv>()
  .post(
    "/send",
    allow("inbox.work"),
    answers("Sends an SMS to a practice", 202, message, [
      "practice_not_found",
      "invalid",
      "idempotency_key_reused",
      ...noWay,
    ]),
    validate("header", idempotencyKey),
    validate("json", smsInput),
    async (c) => {
      const idempotency_key = c.req.valid("header")["idempotency-key"];
      return c.json(await sendSms(c.var.ctx, { ...c.req.valid("json"), idempotency_key }), 202);
    },
  )
  .get(
    "/history/:practice_id",
    allow("inbox.read"),
    answers("A practice's SMS, newest first", 200, pageOf(message), ["practice_not_found"]),
    validate("param", z.strictObject({ practice_id: z.coerce.number().pipe(practiceId) })),
    validate("query", pageQuery),
    async (c) =>
      c.json(
        await history(c.var.ctx, {
          ...c.req.valid("param"),
          ...c.req.valid("query"),
          channel: "sms",
        }),
        200,
      ),
  )
  .post("/webhook", signedBy("twilio"), async (c) => {
    const inbound = readInbound(await signedForm(c));
    const news = await receive(c.var.ctx, inbound);
    c.var.ctx.after(announce(c.var.ctx, news));
    return emptyTwiml();
  })
  .post("/status", signedBy("twilio"), async (c) => {
    const { ctx } = c.var;
    const report = readStatus(await signedForm(c), c.req.query("message"));
    const news = report && (await track(ctx, report));
    if (news) ctx.after(announce(ctx, news));
    else ctx.log({ event: "status_without_effect", request_id: ctx.requestId });
    return c.body(null, 204);
  });

/** /api/inbox/reply, the part of the inbox that sends. */
export const replyRoutes = new Hono<AppEnv>().post(
  "/",
  allow("inbox.work"),
  answers("Answers in a conversation", 202, message, [
    "conversation_not_found",
    "conversation_merged",
    "stale_conversation",
    "idempotency_key_reused",
    ...noWay,
  ]),
  validate("json", replyInput),
  async (c) => c.json(await reply(c.var.ctx, c.req.valid("json")), 202),
);

export const messageRoutes = new Hono<AppEnv>().post(
  "/:id/retry",
  allow("inbox.work"),
  answers("Sends a message that did not arrive again, as a new one", 202, message, [
    "message_not_found",
    "not_retryable",
    "confirm_possible_duplicate",
    ...noWay,
  ]),
  validate("param", z.strictObject({ id: messageId })),
  validate("json", retryInput),
  async (c) =>
    c.json(
      await retry(c.var.ctx, { message_id: c.req.valid("param").id, ...c.req.valid("json") }),
      202,
    ),
);
