import { phoneAt } from "../core/phones.ts";
import type { Message } from "../core/state.ts";
import type { World } from "../core/world.ts";
import { putMessage } from "./advance.ts";
import { countryOf } from "./countries.ts";
import { heedKeyword } from "./opt-out.ts";
import { segments } from "./segments.ts";

const priced_after_ms = 2_000;

/** A practice texts the product's number: Twilio books it, heeds its keywords and calls the webhook. */
export function receiveText(world: World, from: string, body: string): Message {
  phoneAt(world, from);
  const to = world.settings.phone_number;
  const message = putMessage(world, settled(world, "inbound", { from, to, body }));
  world.later({ kind: "price", sid: message.sid }, priced_after_ms);
  world.later(
    {
      kind: "webhook",
      call: {
        url: world.settings.webhooks.sms,
        params: inboundParams(world, message),
        sid: message.sid,
        token: world.newId(),
        attempt: 0,
        first_at: null,
      },
    },
    0,
  );
  const reply = heedKeyword(world, from, body);
  if (reply !== null)
    putMessage(world, settled(world, "outbound-reply", { from: to, to: from, body: reply }));
  return message;
}

type Text = { from: string; to: string; body: string };

function settled(world: World, direction: Message["direction"], text: Text): Message {
  const at = world.ports.now();
  return {
    ...text,
    sid: `SM${world.newId()}`,
    direction,
    messaging_service_sid: null,
    status: direction === "inbound" ? "received" : "delivered",
    segments: segments(text.body),
    price_micros: null,
    error_code: null,
    status_callback: null,
    created_at: at,
    updated_at: at,
    sent_at: at,
    ahead: [],
  };
}

function inboundParams(world: World, message: Message): [string, string][] {
  const { sid, body, to, from } = message;
  return [
    ["ToCountry", countryOf(to)?.iso ?? ""],
    ["ToState", ""],
    ["SmsMessageSid", sid],
    ["NumMedia", "0"],
    ["ToCity", ""],
    ["FromZip", ""],
    ["SmsSid", sid],
    ["FromState", ""],
    ["SmsStatus", "received"],
    ["FromCity", ""],
    ["Body", body],
    ["FromCountry", countryOf(from ?? "")?.iso ?? ""],
    ["To", to],
    ["ToZip", ""],
    ["NumSegments", String(message.segments)],
    ["MessageSid", sid],
    ["AccountSid", world.settings.account_sid],
    ["From", from ?? ""],
    ["ApiVersion", "2010-04-01"],
    ...service(world),
  ];
}

const service = ({ settings }: World): [string, string][] =>
  settings.messaging_service_sid ? [["MessagingServiceSid", settings.messaging_service_sid]] : [];
