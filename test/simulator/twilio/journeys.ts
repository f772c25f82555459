import { z } from "zod";

export const messageStatuses = [
  "accepted",
  "scheduled",
  "queued",
  "sending",
  "sent",
  "delivered",
  "undelivered",
  "failed",
  "canceled",
  "received",
] as const;

export type MessageStatus = (typeof messageStatuses)[number];

export const step = z.strictObject({
  status: z.enum(messageStatuses),
  after_ms: z.number(),
  error_code: z.number().optional(),
});

export type Step = z.output<typeof step>;
export type Journey = readonly Step[];

/** Each step counts from the one before it. */
export const journeys = {
  normal: [
    { status: "sent", after_ms: 400 },
    { status: "delivered", after_ms: 900 },
  ],
  slow: [
    { status: "sending", after_ms: 5_000 },
    { status: "sent", after_ms: 5_000 },
    { status: "delivered", after_ms: 10_000 },
  ],
  unreachable: [
    { status: "sent", after_ms: 400 },
    { status: "undelivered", after_ms: 3_000, error_code: 30003 },
  ],
  filtered: [
    { status: "sent", after_ms: 400 },
    { status: "undelivered", after_ms: 900, error_code: 30007 },
  ],
  opted_out: [{ status: "failed", after_ms: 200, error_code: 21610 }],
} satisfies Record<string, Journey>;

/** With a Messaging Service the message is first accepted, and only then gets its sender. */
export const assigned: Step = { status: "queued", after_ms: 150 };

/** A plan is data, so that a message halfway its journey survives a restart. */
export function jittered(journey: Journey, random: () => number): Step[] {
  return journey.map((leg) => ({
    ...leg,
    after_ms: Math.round(leg.after_ms * (0.75 + random() / 2)),
  }));
}

const final = new Set<MessageStatus>([
  "delivered",
  "undelivered",
  "failed",
  "canceled",
  "received",
]);

export const isFinal = (status: MessageStatus): boolean => final.has(status);
