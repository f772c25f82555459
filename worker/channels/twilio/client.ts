import { z } from "zod";
import type { Config } from "../../context/config.ts";
import type { Ctx } from "../../context/context.ts";
import type { SendOutcome } from "../channel.ts";
import { reasonOf } from "./error-codes.ts";

/** Twilio answers a create within seconds; past this we no longer know (DESIGN principle 3). */
export const createTimeout_ms = 25_000;

/** How long to leave Twilio alone after 20429 when it does not say. */
const defaultBackOff_ms = 1_000;

const created = z.object({ sid: z.string(), num_segments: z.string().optional() });
const refused = z.object({ code: z.int() });

export type CreateMessage = { to: string; body: string; status_callback: string };

/**
 * POST Messages.json. There is no idempotency key: an answer that gets lost is `unknown`.
 * Only 429 with code 20429 is documented as not processed (https://www.twilio.com/docs/api/errors/20429).
 */
export const createMessage = async (ctx: Ctx, input: CreateMessage): Promise<SendOutcome> => {
  let response: Response;
  let body: unknown;
  try {
    response = await ctx.fetch(createRequest(ctx.config, input), createTimeout_ms);
    body = await response.json();
  } catch {
    return { kind: "unknown" };
  }
  if (response.ok) return acceptedAs(body);
  return refusedAs(response, body);
};

const acceptedAs = (body: unknown): SendOutcome => {
  const message = created.safeParse(body);
  if (!message.success) return { kind: "unknown" };
  const segments = Number(message.data.num_segments ?? 0);
  return {
    kind: "accepted",
    provider_id: message.data.sid,
    // With a Messaging Service the count is "0" until the sender is chosen.
    segments: segments > 0 ? segments : null,
  };
};

const refusedAs = (response: Response, body: unknown): SendOutcome => {
  const error = refused.safeParse(body);
  if (!error.success || response.status >= 500) return { kind: "unknown" };
  const code = String(error.data.code);
  if (code === "20429") return { kind: "retry", after_ms: retryAfter_ms(response) };
  if (response.status === 429) return { kind: "unknown" };
  return { kind: "rejected", reason: reasonOf(code), provider_code: code };
};

const retryAfter_ms = (response: Response) => {
  const seconds = Number(response.headers.get("Retry-After"));
  return seconds > 0 ? seconds * 1000 : defaultBackOff_ms;
};

const createRequest = (config: Config, { to, body, status_callback }: CreateMessage) => {
  const form = new URLSearchParams({ To: to, Body: body, StatusCallback: status_callback });
  form.set("From", config.TWILIO_PHONE_NUMBER);
  if (config.TWILIO_MESSAGING_SERVICE_SID)
    form.set("MessagingServiceSid", config.TWILIO_MESSAGING_SERVICE_SID);
  return new Request(accountUrl(config, "/Messages.json"), {
    method: "POST",
    redirect: "manual",
    headers: { authorization: basicAuth(config) },
    body: form,
  });
};

export const accountUrl = (config: Config, path: string): string =>
  `${config.TWILIO_API_URL}/2010-04-01/Accounts/${config.TWILIO_ACCOUNT_SID}${path}`;

/** API key where there is one, else account SID and auth token. */
export const basicAuth = (config: Config): string => {
  const { TWILIO_API_KEY_SID: sid, TWILIO_API_KEY_SECRET: secret } = config;
  return sid && secret
    ? `Basic ${btoa(`${sid}:${secret}`)}`
    : `Basic ${btoa(`${config.TWILIO_ACCOUNT_SID}:${config.TWILIO_AUTH_TOKEN}`)}`;
};
