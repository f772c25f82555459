import { segments } from "../../simulator/twilio/segments.ts";
import { memberIds } from "./members.ts";
import type { Line } from "./read-practices.ts";

/** About what Twilio asks for one segment to a Belgian mobile. */
const segmentPrice_micros = 111_300;
const sending_ms = 1_200;
const delivering_ms = 4_800;
const looking_ms = 15 * 60_000;
const day_ms = 24 * 60 * 60 * 1000;

/** What became of a message, in its columns: together, every state the inbox can show. */
export const fate = (line: Line, at: number, now: number, provider_id: string) => {
  const size = segments(line.text);
  if (line.who === "<")
    return {
      direction: "inbound",
      status: "received",
      author_kind: "contact",
      provider_id,
      segments: size,
    };
  const ours = { direction: "outbound", author_kind: "member", author_id: memberIds[line.who] };
  const taken = { provider_id, segments: size, sent_at: at + sending_ms };
  switch (line.mark) {
    case "waiting":
      return { ...ours, status: "queued", due_at: now + day_ms };
    case "unknown":
      // Looked for at the provider since, and not found: it waits for a person.
      return {
        ...ours,
        status: "unknown",
        claimed_at: at,
        unknown_at: at + sending_ms,
        looked_at: at + looking_ms,
        looks_like: 0,
      };
    case "failed 30003":
      return {
        ...ours,
        ...taken,
        status: "failed",
        failed_at: at + delivering_ms,
        refusal_reason: "unreachable",
        provider_code: "30003",
      };
    case undefined:
      return {
        ...ours,
        ...taken,
        status: "delivered",
        delivered_at: at + delivering_ms,
        price_micros: segmentPrice_micros * size,
        currency: "USD",
      };
  }
};
