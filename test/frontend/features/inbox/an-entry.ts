import type { OutboxEntry } from "../../../../frontend/src/features/inbox/outbox.ts";

/** A reply on its way, in a test. */
export const anEntry = (id: string, change: Partial<OutboxEntry["reply"]> = {}): OutboxEntry => ({
  reply: { id, conversation_id: "conv_1", channel: "sms", content: id, ...change },
  address: "+32470000000",
  at: "2026-11-23T08:00:00.000Z",
  refused: null,
});
