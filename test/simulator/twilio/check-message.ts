import { own } from "../core/own.ts";
import type { World } from "../core/world.ts";
import { countryOf } from "./countries.ts";
import { hasOptedOut } from "./opt-out.ts";
import type { Refused, RefusalCode } from "./refusals.ts";

export type Accepted = {
  to: string;
  from: string | null;
  messaging_service_sid: string | null;
  body: string;
  status_callback: string | null;
  send_at: number | null;
};

/** Twilio's test numbers answer the same everywhere. */
const magicTo: Record<string, RefusalCode> = {
  "+15005550001": 21211,
  "+15005550002": 21612,
  "+15005550003": 21408,
  "+15005550004": 21610,
  "+15005550009": 21614,
};
const magicFrom: Record<string, RefusalCode> = {
  "+15005550001": 21212,
  "+15005550007": 21606,
  "+15005550008": 21611,
};
const magicSender = "+15005550006";

const e164 = /^\+[1-9]\d{6,14}$/;
const longest_body = 1600;
const longest_callback = 4000;
const minute_ms = 60_000;
const soonest_ms = 15 * minute_ms;
const latest_ms = 35 * 24 * 60 * minute_ms;

/** In the order in which Twilio looks: presence, content, sender, recipient. */
export function checkMessage(world: World, form: URLSearchParams): Accepted | Refused {
  const to = form.get("To")?.trim() ?? "";
  const from = form.get("From")?.trim() || null;
  const messaging_service_sid = form.get("MessagingServiceSid") || null;
  const body = form.get("Body") ?? "";
  const status_callback = form.get("StatusCallback") || null;
  const send_at = messaging_service_sid === null ? null : scheduledFor(form);

  return (
    checkPresence({ to, from: from ?? messaging_service_sid, body }) ??
    checkContent(world, body, status_callback, send_at) ??
    checkSender(world, from, messaging_service_sid) ??
    checkRecipient(to, from) ??
    checkOptOut(world, to, messaging_service_sid) ?? {
      to,
      from,
      messaging_service_sid,
      body,
      status_callback,
      send_at,
    }
  );
}

function checkPresence(given: { to: string; from: string | null; body: string }): Refused | null {
  if (!given.to) return { code: 21604 };
  if (!given.from) return { code: 21603 };
  return given.body.trim() === "" ? { code: 21602 } : null;
}

function checkContent(
  world: World,
  body: string,
  callback: string | null,
  send_at: number | null,
): Refused | null {
  if (body.length > longest_body) return { code: 21617 };
  if (callback !== null && !isCallback(callback)) return { code: 21609, about: callback };
  if (send_at === null) return null;
  const ahead_ms = send_at - world.ports.now();
  const inWindow = ahead_ms >= soonest_ms && ahead_ms <= latest_ms;
  return inWindow ? null : { code: 35114, about: String(send_at) };
}

function checkSender(world: World, from: string | null, service: string | null): Refused | null {
  if (service !== null && service !== world.settings.messaging_service_sid)
    return { code: 21705, about: service };
  if (from === null || from === world.settings.phone_number || from === magicSender) return null;
  const magic = own(magicFrom, from);
  if (magic) return { code: magic, about: from };
  return { code: e164.test(from) ? 21606 : 21212, about: from };
}

function checkRecipient(to: string, from: string | null): Refused | null {
  const magic = own(magicTo, to);
  if (magic) return { code: magic, about: to };
  if (!e164.test(to)) return { code: 21211, about: to };
  if (to === from) return { code: 21266, about: to };
  const country = countryOf(to);
  if (!country) return { code: 21408, about: to };
  return country.mobile.test(to) ? null : { code: 21614, about: to };
}

/** A Messaging Service takes the message first and fails it afterwards. */
function checkOptOut(world: World, to: string, service: string | null): Refused | null {
  return service === null && hasOptedOut(world, to) ? { code: 21610 } : null;
}

function isCallback(given: string): boolean {
  const url = URL.parse(given);
  return (
    given.length <= longest_callback &&
    (url?.protocol === "https:" || url?.protocol === "http:") &&
    !url.hostname.includes("_")
  );
}

/** NaN when the moment cannot be read; it then fits no window. */
function scheduledFor(form: URLSearchParams): number | null {
  return form.get("ScheduleType") === "fixed" ? Date.parse(form.get("SendAt") ?? "") : null;
}
