import type { Change, World } from "../core/world.ts";
import type { Message, State } from "../core/state.ts";

/** A message as a phone sees it: `side` is who wrote it. */
export function phoneMessage(message: Message) {
  const inbound = message.direction === "inbound";
  return {
    sid: message.sid,
    phone: inbound ? (message.from ?? "") : message.to,
    side: inbound ? ("practice" as const) : ("inbox" as const),
    automatic: message.direction === "outbound-reply",
    body: message.body,
    status: message.status,
    error_code: message.error_code,
    segments: message.segments,
    at: message.created_at,
  };
}

export const snapshot = ({ settings, state }: World) => ({
  account_sid: settings.account_sid,
  phone_number: settings.phone_number,
  phones: Object.values(state.phones),
  messages: Object.values(state.messages).map(phoneMessage),
  mails: Object.values(state.mails),
  wire: state.wire,
  held: heldView(state.held),
  provider_faults: state.provider_faults,
});

export const heldView = (held: State["held"]) =>
  held.map(({ id, held_at, call }) => ({
    id,
    held_at,
    sid: call.sid,
    status: call.params.find(([name]) => name === "MessageStatus")?.[1] ?? "",
  }));

/** What one change looks like on the live stream. */
export function changeView(change: Change) {
  switch (change.type) {
    case "message":
      return { ...change, message: phoneMessage(change.message) };
    case "held":
      return { ...change, held: heldView(change.held) };
    default:
      return change;
  }
}
