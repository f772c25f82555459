import { env } from "cloudflare:workers";
import { signature } from "../simulator/twilio/signature.ts";

export type Form = Record<string, string> | [string, string][];

export type Webhook = {
  path: string;
  form: Form;
  /** What Twilio thinks it calls; the path at PUBLIC_URL unless told otherwise. */
  signedUrl?: string;
  /** What Twilio signs; the form that is sent unless told otherwise. */
  signedForm?: Form;
  token?: string;
  signature?: string | null;
  headers?: Record<string, string>;
};

const pairs = (form: Form): [string, string][] =>
  Array.isArray(form) ? form : Object.entries(form);

/** A form post as Twilio makes it, signed by the simulator's own implementation. */
export const aWebhook = async (webhook: Webhook): Promise<Request> => {
  const { form } = webhook;
  const { href } = new URL(env.PUBLIC_URL + webhook.path);
  const headers = new Headers(webhook.headers);
  headers.set("content-type", "application/x-www-form-urlencoded; charset=UTF-8");
  const given =
    webhook.signature === undefined
      ? await signature(
          webhook.token ?? env.TWILIO_AUTH_TOKEN,
          webhook.signedUrl ?? href,
          pairs(webhook.signedForm ?? form),
        )
      : webhook.signature;
  if (given !== null) headers.set("x-twilio-signature", given);
  return new Request(href, {
    method: "POST",
    headers,
    body: new URLSearchParams(pairs(form)),
  });
};

let sids = 0;
/** A message SID nobody had before. */
export const aSid = (): string => `SM${String((sids += 1)).padStart(32, "0")}`;

let numbers = 0;
/** A Belgian mobile nobody had before. */
export const aMobile = (): string => `+3247${String((numbers += 1)).padStart(7, "0")}`;

/** Twilio's form for a text that came in. */
export const inboundForm = (text: {
  from: string;
  body: string;
  sid?: string;
  media?: number;
}): Record<string, string> => {
  const sid = text.sid ?? aSid();
  return {
    ToCountry: "BE",
    SmsMessageSid: sid,
    NumMedia: String(text.media ?? 0),
    SmsSid: sid,
    SmsStatus: "received",
    Body: text.body,
    To: env.TWILIO_PHONE_NUMBER,
    NumSegments: "1",
    MessageSid: sid,
    AccountSid: env.TWILIO_ACCOUNT_SID,
    From: text.from,
    ApiVersion: "2010-04-01",
  };
};

/** Twilio's form for a status. */
export const statusForm = (report: {
  sid: string;
  status: string;
  code?: number;
}): Record<string, string> => ({
  AccountSid: env.TWILIO_ACCOUNT_SID,
  ApiVersion: "2010-04-01",
  MessageSid: report.sid,
  SmsSid: report.sid,
  MessageStatus: report.status,
  SmsStatus: report.status,
  ...(report.code === undefined ? {} : { ErrorCode: String(report.code) }),
});
