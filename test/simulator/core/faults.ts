import { z } from "zod";
import { journeys, type Journey } from "../twilio/journeys.ts";

const faultNames = [
  "normal",
  "slow",
  "unreachable",
  "filtered",
  "too_many_requests",
  "error_before_creating",
  "error_after_creating",
  "connection_lost",
  "late_answer",
  "callbacks_twice",
  "callbacks_reordered",
  "callbacks_dropped",
  "callbacks_held",
] as const;

type Fault = (typeof faultNames)[number];

/** What one message meets: how creation is answered, how it travels, how its callbacks arrive. */
export type Behaviour = {
  answer: "created" | "too_many_requests" | "error_before" | "error_after" | "connection_lost";
  answer_after_ms: number;
  journey: Journey;
  callbacks: "once" | "twice" | "reordered" | "dropped" | "held";
};

export const faults = {
  normal: {},
  slow: { journey: journeys.slow },
  unreachable: { journey: journeys.unreachable },
  filtered: { journey: journeys.filtered },
  too_many_requests: { answer: "too_many_requests" },
  error_before_creating: { answer: "error_before" },
  error_after_creating: { answer: "error_after" },
  connection_lost: { answer: "connection_lost" },
  late_answer: { answer_after_ms: 4_000 },
  callbacks_twice: { callbacks: "twice" },
  callbacks_reordered: { callbacks: "reordered" },
  callbacks_dropped: { callbacks: "dropped" },
  callbacks_held: { callbacks: "held" },
} satisfies Record<Fault, Partial<Behaviour>>;

/** A fault strikes with this chance, decided anew each time by `ports.random`. */
export const activeFault = z.strictObject({
  fault: z.enum(faultNames),
  chance: z.number().gt(0).max(1).default(1),
});

export type ActiveFault = z.output<typeof activeFault>;

const usual: Behaviour = {
  answer: "created",
  answer_after_ms: 0,
  journey: journeys.normal,
  callbacks: "once",
};

export function behaviourOf(active: readonly ActiveFault[], random: () => number): Behaviour {
  const striking = active.filter(({ chance }) => chance >= 1 || random() < chance);
  return Object.assign({ ...usual }, ...striking.map(({ fault }) => faults[fault]));
}
