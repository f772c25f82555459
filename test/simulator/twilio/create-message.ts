import { behaviourOf, type Behaviour } from "../core/faults.ts";
import { phoneAt } from "../core/phones.ts";
import type { Message } from "../core/state.ts";
import type { World } from "../core/world.ts";
import { putMessage, setOut } from "./advance.ts";
import { checkMessage, type Accepted } from "./check-message.ts";
import { assigned, jittered, journeys, type Step } from "./journeys.ts";
import { hasOptedOut } from "./opt-out.ts";
import { isRefused, type Refused } from "./refusals.ts";
import { segments } from "./segments.ts";

export type Created = { message: Message | null } & Pick<Behaviour, "answer" | "answer_after_ms">;

/** What the provider's books say and what the caller hears are two things: that is where sends get lost. */
export function createMessage(world: World, form: URLSearchParams): Created | Refused {
  const checked = checkMessage(world, form);
  if (isRefused(checked)) return checked;

  const active = world.state.phones[checked.to]?.faults ?? [];
  const { answer, answer_after_ms, journey } = behaviourOf(
    [...world.state.provider_faults, ...active],
    world.ports.random,
  );
  if (answer === "too_many_requests" || answer === "error_before")
    return { message: null, answer, answer_after_ms };

  phoneAt(world, checked.to);
  const way = hasOptedOut(world, checked.to) ? journeys.opted_out : journey;
  const legs = jittered(way, world.ports.random);
  const message = putMessage(world, newMessage(world, checked, legs));
  setOut(world, message);
  return { message, answer, answer_after_ms };
}

function newMessage(world: World, given: Accepted, legs: Step[]): Message {
  const at = world.ports.now();
  const byService = given.messaging_service_sid !== null;
  const start: Step =
    given.send_at === null ? assigned : { ...assigned, after_ms: given.send_at - at };
  return {
    sid: `SM${world.newId()}`,
    direction: "outbound-api",
    to: given.to,
    from: given.from,
    messaging_service_sid: given.messaging_service_sid,
    body: given.body,
    status: given.send_at !== null ? "scheduled" : byService ? "accepted" : "queued",
    segments: byService ? 0 : segments(given.body),
    price_micros: null,
    error_code: null,
    status_callback: given.status_callback,
    created_at: at,
    updated_at: at,
    sent_at: null,
    ahead: byService ? [start, ...legs] : legs,
  };
}
