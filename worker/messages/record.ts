import type { FailureReason, MessageStatus } from "#contracts/messages.ts";
import type { SendOutcome } from "../channels/channel.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { suppressRecipients } from "../practices/suppression.ts";
import { nextLook } from "./look.ts";

/** One call to the provider and how it went. */
export type Delivery = { id: string; attempts: number; outcome: SendOutcome };

type Recorded = {
  id: string;
  status: MessageStatus;
  provider_id: string | null;
  segments: number | null;
  reason: FailureReason | null;
  code: string | null;
  due_at: number | null;
};

// A callback may have been faster than this write: then only what it did not know is added.
const recordOutcomes = statement<{ outcomes: string; at: number }>(
  `UPDATE messages AS m SET
     provider_id = coalesce(m.provider_id, o.value ->> 'provider_id'),
     segments = coalesce(m.segments, o.value ->> 'segments'),
     sent_at = CASE WHEN o.value ->> 'status' = 'sent' THEN coalesce(m.sent_at, :at) ELSE m.sent_at END,
     status = CASE WHEN m.status = 'sending' OR (m.status = 'unknown' AND o.value ->> 'status' = 'sent')
       THEN o.value ->> 'status' ELSE m.status END,
     due_at = CASE WHEN m.status = 'sending' OR (m.status = 'unknown' AND o.value ->> 'status' = 'sent')
       THEN o.value ->> 'due_at' ELSE m.due_at END,
     refusal_reason = CASE WHEN m.status = 'sending' THEN o.value ->> 'reason' ELSE m.refusal_reason END,
     provider_code = CASE WHEN m.status = 'sending' THEN o.value ->> 'code' ELSE m.provider_code END,
     failed_at = CASE WHEN m.status = 'sending' AND o.value ->> 'status' = 'failed'
       THEN :at ELSE m.failed_at END,
     unknown_at = CASE WHEN m.status = 'sending' AND o.value ->> 'status' = 'unknown'
       THEN :at ELSE m.unknown_at END
   FROM json_each(:outcomes) o WHERE m.id = o.value ->> 'id'`,
);

/** Notes how calls went; statements for a batch, none when there was no call. */
export const recordStatements = (
  ctx: Ctx,
  deliveries: readonly Delivery[],
): D1PreparedStatement[] => {
  if (deliveries.length === 0) return [];
  const db = ctx.env.DB;
  const at = ctx.now();
  const recorded = deliveries.map((delivery) => recordedAs(delivery, at));
  const optedOut = recorded.filter((row) => row.reason === "opted_out").map((row) => row.id);
  return [
    recordOutcomes(db, { outcomes: JSON.stringify(recorded), at }),
    ...(optedOut.length
      ? [suppressRecipients(db, { messages: JSON.stringify(optedOut), at })]
      : []),
  ];
};

const recordedAs = ({ id, attempts, outcome }: Delivery, at: number): Recorded => {
  const nothing = { provider_id: null, segments: null, reason: null, code: null, due_at: null };
  switch (outcome.kind) {
    case "accepted":
      return { ...nothing, ...outcome, id, status: "sent" };
    case "rejected":
      return {
        ...nothing,
        id,
        status: "failed",
        reason: outcome.reason,
        code: outcome.provider_code,
      };
    case "unknown":
      return { ...nothing, id, status: "unknown", due_at: nextLook(at, at) };
    case "retry":
      return {
        ...nothing,
        id,
        status: "queued",
        due_at: at + backOff_ms(id, attempts, outcome.after_ms),
      };
  }
};

const longestBackOff_ms = 60_000;

/**
 * How long to wait before the next try: what the provider asked, at least doubling, spread by the
 * message's id so that many do not come back at once.
 */
export const backOff_ms = (id: string, attempts: number, asked_ms: number): number => {
  if (asked_ms === 0) return 0;
  const doubled = Math.min(longestBackOff_ms, 500 * 2 ** Math.min(attempts, 10));
  const spread = Number.parseInt(id.slice(-4), 16) / 0xffff;
  return Math.max(asked_ms, Math.round(doubled * (0.5 + spread / 2)));
};
