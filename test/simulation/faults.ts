import { rng } from "./rng.ts";

/**
 * The faults of reference/reliability.md 1.4 that can happen so far, with the highest chance a seed
 * may give them. A chance is per occasion: per binding call, webhook, job, tick, send or move.
 */
const most = {
  /** F1: a webhook does not get here, or is answered with a 5xx of the edge. */
  webhook_dropped: 0.2,
  /** F2: a webhook comes again, seconds or a day later. */
  webhook_duplicated: 0.3,
  /** F3, F4: a webhook is delayed, so that others overtake it. */
  webhook_delayed: 0.5,
  /** F4: our answer to a webhook gets lost. */
  webhook_answer_lost: 0.2,
  /** F5 */
  too_many_requests: 0.3,
  /** F6 */
  error_before_creating: 0.2,
  /** F7 */
  error_after_creating: 0.2,
  connection_lost: 0.2,
  provider_slow: 0.1,
  /** F8: the message is accepted and cannot be delivered. */
  unreachable: 0.2,
  filtered: 0.1,
  /** F2, F3 seen from Twilio: its own callbacks. */
  callbacks_twice: 0.2,
  callbacks_reordered: 0.3,
  callbacks_dropped: 0.2,
  /** F9: what was just accepted is not in the list yet. */
  listing_lags: 0.5,
  /** F10: the invocation dies between two awaits. */
  crash: 0.02,
  /** F11, F13: a wake-up comes again, late, or is not taken in. */
  job_redelivered: 0.2,
  job_late: 0.2,
  job_lost: 0.1,
  job_not_taken: 0.3,
  /** F12: the queue has no more tries left for a job that failed. */
  job_given_up: 0.5,
  /** F14, F15 */
  d1_fails_before: 0.05,
  d1_fails_after: 0.05,
  d1_slow: 0.1,
  /** F16: a Durable Object does not answer, or has been evicted. */
  object_fails: 0.1,
  object_evicted: 0.2,
  /** F17 */
  tick_missed: 0.2,
  tick_late: 0.2,
  tick_twice: 0.2,
  /** F18: an isolate's clock runs ahead or behind. */
  clock_skewed: 0.5,
  /** F20 */
  socket_dropped: 0.2,
  /** F21: a colleague does the same at the same instant. */
  colleague_too: 0.3,
  /** F24: a text comes in while a send is under way. */
  text_during_send: 0.5,
  /** F7 at one phone: neither the answer nor the callbacks get here, and somebody tries again. */
  left_in_doubt: 1,
  /** F28 */
  hostile: 0.5,
  /** F30: a status for an unknown or another SID, or after the last one. */
  stray_status: 1,
} as const;

export type Fault = keyof typeof most;
export type Faults = Readonly<Record<Fault, number>>;

export const faultNames = Object.keys(most) as readonly Fault[];

export const noFaults = chances(() => 0);

/** Each seed has some of the faults, each with a chance of its own; one in twenty has none. */
export const drawFaults = (seed: number): Faults => {
  const { next, chance } = rng(seed, "faults");
  if (chance(0.05)) return noFaults;
  const share = 0.2 + next() * 0.6;
  return chances((fault) => (chance(share) ? next() * most[fault] : 0));
};

function chances(of: (fault: Fault) => number): Faults {
  // Every fault of the table above gets its chance.
  return Object.fromEntries(faultNames.map((fault) => [fault, of(fault)])) as Faults;
}
