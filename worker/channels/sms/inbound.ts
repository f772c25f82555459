import type { InboundMessage } from "../channel.ts";
import { Problem } from "../../http/problem.ts";

/** Twilio's form for a text that came in (webhook parameters: https://www.twilio.com/docs/messaging/guides/webhook-request). */
export const readInbound = (form: URLSearchParams): InboundMessage => {
  const provider_id = form.get("MessageSid");
  const address = form.get("From");
  const sender_address = form.get("To");
  if (!provider_id || !address || !sender_address) throw new Problem("malformed_webhook");
  return {
    channel: "sms",
    provider_id,
    address,
    sender_address,
    content: form.get("Body") ?? "",
    media_count: count(form.get("NumMedia")),
    segments: count(form.get("NumSegments")) || null,
  };
};

const count = (text: string | null) => {
  const number = Number(text ?? 0);
  return Number.isInteger(number) && number > 0 ? Math.min(number, 100) : 0;
};
