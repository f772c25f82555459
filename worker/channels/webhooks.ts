import type { Context } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { Problem } from "../http/problem.ts";
import { isSignedByTwilio } from "./twilio/signature.ts";

/** Twilio's largest form is a few kilobytes; nothing bigger is read. */
export const maxWebhookBytes = 65_536;

/**
 * The form of a webhook, once its signature holds over every parameter against PUBLIC_URL.
 * Costs no query; 403 for a forged one, 413 for one that is too large, 400 for one that says two things.
 */
export const signedForm = async (c: Context<AppEnv>): Promise<URLSearchParams> => {
  const { config, log, requestId } = c.var.ctx;
  const form = new URLSearchParams(await textWithin(c.req.raw, maxWebhookBytes));
  const { pathname, search } = new URL(c.req.url);
  const signature = c.req.header("X-Twilio-Signature") ?? "";
  const url = config.PUBLIC_URL + pathname + search;
  const ours = form.get("AccountSid") === config.TWILIO_ACCOUNT_SID;
  if (!ours || !(await isSignedByTwilio(config.TWILIO_AUTH_TOKEN, url, form, signature))) {
    log({ event: "webhook_refused", request_id: requestId, path: pathname });
    throw new Problem("bad_signature");
  }
  if (new Set(form.keys()).size !== [...form.keys()].length) throw new Problem("malformed_webhook");
  return form;
};

/** Reads no further than the limit, whatever Content-Length says. */
const textWithin = async (request: Request, limit_bytes: number): Promise<string> => {
  if (!request.body) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > limit_bytes) throw new Problem("body_too_large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

/** What Twilio wants to hear: an empty TwiML document, so that it sends no reply of its own. */
export const emptyTwiml = () =>
  new Response('<?xml version="1.0" encoding="UTF-8"?><Response/>', {
    headers: { "content-type": "text/xml; charset=utf-8" },
  });
