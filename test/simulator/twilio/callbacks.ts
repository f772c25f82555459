import { behaviourOf, type Behaviour } from "../core/faults.ts";
import type { HeldCallback, Message, WebhookCall } from "../core/state.ts";
import { logWire } from "../core/wire-log.ts";
import type { World } from "../core/world.ts";

type Arrival = (world: World, call: WebhookCall, message: Message) => void;

const soon = (world: World, call: WebhookCall, after_ms = 0): void =>
  world.later({ kind: "webhook", call }, after_ms);

const arrivals: Record<Behaviour["callbacks"], Arrival> = {
  once: (world, call) => soon(world, call),
  twice(world, call) {
    soon(world, call);
    soon(world, { ...call, token: world.newId() }, 200);
  },
  /** Late enough for the next status to overtake it. */
  reordered(world, call, message) {
    const next = message.ahead[0];
    soon(world, call, next ? next.after_ms + 500 : 0);
  },
  dropped(world, call) {
    logWire(world, unsent(world, call, "dropped"));
  },
  held(world, call) {
    world.state.held.push({ id: world.newId(), held_at: world.ports.now(), call });
    world.emit({ type: "held", held: world.state.held });
  },
};

export function callBack(world: World, message: Message): void {
  if (message.status_callback === null) return;
  const call: WebhookCall = {
    url: message.status_callback,
    params: statusParams(world, message),
    sid: message.sid,
    token: world.newId(),
    attempt: 0,
    first_at: null,
  };
  const active = world.state.phones[message.to]?.faults ?? [];
  const { callbacks } = behaviourOf(
    [...world.state.provider_faults, ...active],
    world.ports.random,
  );
  arrivals[callbacks](world, call, message);
}

/** Without ids: everything that is held, in the order it happened. */
export function releaseCallbacks(world: World, ids?: readonly string[]): HeldCallback[] {
  const released = world.state.held.filter(({ id }) => !ids || ids.includes(id));
  world.state.held = world.state.held.filter((held) => !released.includes(held));
  for (const { call } of released) soon(world, call);
  world.emit({ type: "held", held: world.state.held });
  return released;
}

function statusParams(world: World, message: Message): [string, string][] {
  return [
    ["AccountSid", world.settings.account_sid],
    ["ApiVersion", "2010-04-01"],
    ["From", message.from ?? world.settings.phone_number],
    ["To", message.to],
    ["MessageSid", message.sid],
    ["SmsSid", message.sid],
    ["MessageStatus", message.status],
    ["SmsStatus", message.status],
    ...optional("MessagingServiceSid", message.messaging_service_sid),
    ...optional("ErrorCode", message.error_code),
    ...optional("RawDlrDoneDate", carrierTime(message)),
  ];
}

const optional = (name: string, value: string | number | null): [string, string][] =>
  value === null ? [] : [[name, String(value)]];

/** YYMMDDhhmm, as the carrier reports it. */
function carrierTime({ status, updated_at }: Message): string | null {
  if (status !== "delivered" && status !== "undelivered") return null;
  return new Date(updated_at).toISOString().replace(/\D/g, "").slice(2, 12);
}

function unsent(world: World, call: WebhookCall, note: string) {
  return {
    at: world.ports.now(),
    took_ms: 0,
    direction: "to_product" as const,
    method: "POST",
    url: call.url.split("#", 1)[0] ?? call.url,
    params: call.params,
    status: null,
    note,
    sid: call.sid,
  };
}
