import { assigned, isFinal, type Step } from "./journeys.ts";
import { callBack } from "./callbacks.ts";
import { countryOf } from "./countries.ts";
import { segments } from "./segments.ts";
import type { Message } from "../core/state.ts";
import type { World } from "../core/world.ts";

const priced_after_ms = 2_000;

/** Takes the next leg, tells the product, and books the one after it. */
export function advance(world: World, sid: string): void {
  const message = world.state.messages[sid];
  const [leg, ...ahead] = message?.ahead ?? [];
  if (!message || !leg || isFinal(message.status)) return;
  const moved = arrive(world, { ...message, ahead }, leg);
  callBack(world, moved);
  setOut(world, moved);
  if (leg.status === "sent") world.later({ kind: "price", sid }, priced_after_ms);
}

/** Books the first leg that is still ahead. */
export function setOut(world: World, message: Message): void {
  const [next] = message.ahead;
  if (next) world.later({ kind: "advance", sid: message.sid }, next.after_ms);
}

export function setPrice(world: World, sid: string): void {
  const message = world.state.messages[sid];
  const country =
    message && countryOf(message.direction === "inbound" ? (message.from ?? "") : message.to);
  if (!message || !country) return;
  const each = message.direction === "inbound" ? country.inbound_micros : country.outbound_micros;
  putMessage(world, { ...message, price_micros: each * message.segments });
}

export function putMessage(world: World, message: Message): Message {
  world.state.messages[message.sid] = message;
  world.emit({ type: "message", message });
  return message;
}

function arrive(world: World, message: Message, leg: Step): Message {
  const at = world.ports.now();
  const sender =
    leg.status === assigned.status
      ? { from: message.from ?? world.settings.phone_number, segments: segments(message.body) }
      : {};
  return putMessage(world, {
    ...message,
    ...sender,
    status: leg.status,
    error_code: leg.error_code ?? null,
    updated_at: at,
    sent_at: leg.status === "sent" ? at : message.sent_at,
  });
}
