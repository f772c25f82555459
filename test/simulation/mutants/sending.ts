import type { Mutant } from "../mutants.ts";

const claim = "worker/messages/claim.ts";
const client = "worker/channels/twilio/client.ts";
const deliver = "worker/messages/deliver.ts";
const policy = "worker/messages/policy.ts";
const send = "worker/messages/send.ts";
const sweep = "worker/messages/sweep.ts";

export const sendingMutants: readonly Mutant[] = [
  {
    defect: "no claim",
    patches: [
      {
        file: claim,
        find: "SET status = 'sending', claimed_at",
        replace: "SET status = 'queued', claimed_at",
      },
    ],
  },
  {
    defect: "the claim takes what is claimed already",
    patches: [
      {
        file: claim,
        find: "AND m.status = 'queued' AND m.due_at <= :now",
        replace: "AND m.status IN ('queued', 'sending') AND :now > 0",
      },
    ],
  },
  {
    defect: "blind retry when no answer came",
    patches: [
      {
        file: client,
        find: `} catch {
    return { kind: "unknown" };`,
        replace: `} catch {
    return { kind: "retry", after_ms: 1000 };`,
      },
    ],
  },
  {
    defect: "blind retry after a 5xx",
    patches: [
      {
        file: client,
        find: `response.status >= 500) return { kind: "unknown" }`,
        replace: `response.status >= 500) return { kind: "retry", after_ms: 1000 }`,
      },
    ],
  },
  {
    defect: "a 5xx is a refusal",
    patches: [
      {
        file: client,
        find: `response.status >= 500) return { kind: "unknown" }`,
        replace: `response.status >= 500) return { kind: "rejected", reason: "provider_error", provider_code: null }`,
      },
    ],
  },
  {
    defect: "acknowledged 429",
    patches: [
      {
        file: client,
        find: `return { kind: "retry", after_ms: retryAfter_ms(response) }`,
        replace: `return { kind: "rejected", reason: "queue_full", provider_code: code }`,
      },
    ],
  },
  {
    defect: "a 429 is unknown",
    patches: [
      {
        file: client,
        find: `return { kind: "retry", after_ms: retryAfter_ms(response) }`,
        replace: `return { kind: "unknown" }`,
      },
    ],
  },
  {
    defect: "dropped unknown",
    patches: [
      {
        file: "worker/messages/record.ts",
        find: `return { ...nothing, id, status: "unknown", due_at: nextLook(at, at) };`,
        replace: `return { ...nothing, id, status: "failed", reason: "provider_error" };`,
      },
    ],
  },
  {
    defect: "call after 5 s",
    patches: [{ file: deliver, find: "claimHolds_ms = 5_000", replace: "claimHolds_ms = 60_000" }],
  },
  {
    defect: "a chunk without bounds",
    patches: [{ file: deliver, find: "chunkSize = 25", replace: "chunkSize = 100" }],
  },
  {
    defect: "what is claimed waits for its news",
    patches: [
      {
        file: deliver,
        find: "ctx.after(announceMessages(ctx, changed));",
        replace:
          "await announceMessages(ctx, [...changed, ...rowsOf<{ id: string }>(results.at(-1)).map(({ id }) => id)]);",
      },
    ],
  },
  {
    defect: "opt-out not in the claim",
    patches: [{ file: policy, find: "WHEN ${suppressed(", replace: "WHEN 0 AND ${suppressed(" }],
  },
  {
    defect: "demo check dropped",
    patches: [
      {
        file: policy,
        find: "WHEN :reaches_people = 1 AND",
        replace: "WHEN :reaches_people = 2 AND",
      },
    ],
  },
  {
    defect: "sweep resends what is being sent",
    patches: [
      {
        file: sweep,
        find: "SET status = 'unknown', unknown_at = :now, due_at = :look_at",
        replace: "SET status = 'queued', due_at = coalesce(:now, :look_at)",
      },
    ],
  },
  {
    defect: "lost wake-up and no sweep",
    patches: [{ file: sweep, find: "await deliver(ctx, ids(due));", replace: "void due;" }],
  },
  {
    defect: "claims are never given up",
    patches: [
      {
        file: sweep,
        find: "AND status = 'sending' AND due_at <= :now",
        replace: "AND status = 'sending' AND due_at <= -:now",
      },
    ],
  },
  {
    defect: "the sweep gives up at once",
    patches: [{ file: claim, find: "settleWithin_ms = 60_000", replace: "settleWithin_ms = 0" }],
  },
  {
    defect: "a reply's id is not unique",
    patches: [
      {
        file: "worker/messages/reply.ts",
        find: `const id = input.id ?? ctx.newId("msg");`,
        replace: `const id = ctx.newId("msg");`,
      },
    ],
  },
  {
    defect: "the idempotency key is not in the batch",
    patches: [
      {
        file: "worker/messages/send-sms.ts",
        find: "alongside: remember(id)",
        replace: "alongside: remember(id).slice(1)",
      },
    ],
  },
  {
    defect: "a message can be retried twice",
    patches: [
      {
        file: "migrations/0000_house.sql",
        find: "CREATE UNIQUE INDEX `messages_by_retry_of`",
        replace: "CREATE INDEX `messages_by_retry_of`",
      },
    ],
  },
  {
    defect: "an answer to what one has not seen goes out",
    patches: [
      {
        file: send,
        find: "(:expected IS NULL OR last_message_id IS :expected)",
        replace: "(:expected IS NULL OR last_message_id IS NOT NULL)",
      },
    ],
  },
  {
    defect: "what was removed or moved meanwhile is written to",
    patches: [
      {
        file: send,
        find: "cp.practice_id = conversations.practice_id OR cp.id = conversations.contact_point_id))",
        replace: "1) OR 1)",
      },
    ],
  },
  {
    defect: "sending leaves no trace in the audit",
    patches: [{ file: send, find: `audit(ctx, "message.send", draft.id),`, replace: "" }],
  },
  {
    defect: "any text that looks like it settles an unknown one",
    patches: [
      {
        file: "worker/messages/settle-unknown.ts",
        find: "if (only && fitting.length === 1 && message.alike === 1) {",
        replace: "if (only) {",
      },
    ],
  },
  {
    defect: "what is not found is sent again",
    patches: [
      {
        file: "worker/messages/settle-unknown.ts",
        find: "SET looked_at = :now, looks_like = :found, due_at = :next",
        replace:
          "SET looked_at = :now, looks_like = :found, status = 'queued', due_at = coalesce(:next, :now)",
      },
    ],
  },
];
