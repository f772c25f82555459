import type { Message } from "#contracts/messages.ts";
import type { WireEntry } from "../simulator/core/state.ts";
import { messageOf, type SendCall, type ServedSimulator } from "./serve-simulator.ts";

/** A kill as the provider saw it. */
export type Kill = {
  /** When the Worker that was killed had been started. */
  from: number;
  at: number;
  /** Messages that had been answered "too many requests" last: only a queue job was to wake them. */
  waiting: ReadonlySet<string>;
  /** Messages whose call had no answer yet. */
  underWay: ReadonlySet<string>;
};

export const killSeen = (from: number, { calls }: ServedSimulator): Kill => {
  const last = new Map(calls.map((call) => [call.message_id, call]));
  const those = (is: (call: SendCall) => boolean) =>
    new Set([...last.values()].filter(is).map((call) => call.message_id));
  return {
    from,
    at: Date.now(),
    waiting: those(({ answered }) => answered?.status === 429),
    underWay: those(({ answered }) => answered === null),
  };
};

/** Keys of what is there more than once. */
export const repeated = <Item>(items: readonly Item[], keyOf: (item: Item) => string): string[] =>
  [...Map.groupBy(items, keyOf)].flatMap(([key, same]) => (same.length > 1 ? [key] : []));

/** A text whose webhook was answered with a 2xx. */
export const isTakenText = ({ direction, url, status }: WireEntry): boolean =>
  direction === "to_product" && url.endsWith("/api/sms/webhook") && status !== null && status < 300;

/** Texts whose webhook was answered with a 2xx, by what they say. */
export const textsTaken = ({ wire }: ServedSimulator): string[] => {
  const taken = wire.filter(isTakenText);
  return [...new Set(taken.map(({ params }) => new URLSearchParams(params).get("Body") ?? ""))];
};

/** What does not stand in the conversations exactly once. */
export const notOnce = (
  wanted: readonly string[],
  found: readonly Message[],
  keyOf: (message: Message) => string,
): string[] => {
  const counts = Map.groupBy(found, keyOf);
  return wanted.filter((key) => counts.get(key)?.length !== 1);
};

/** Messages of ours that the provider accepted more than once. */
export const sentTwice = ({ simulator }: ServedSimulator): string[] =>
  repeated(simulator.books(), ({ status_callback }) => messageOf(status_callback));

/** A message's last claim; a claimer takes several at once, and notes how they went together. */
export type Claim = { id: string; status: string; claimed_at: number };

/** An acknowledged request: when it was asked, and when the 202 was there. */
export type Acknowledgement = { asked_at: number; at: number };

/**
 * Messages in doubt although how their calls went must have been noted before the kill. Noting goes
 * through one database, in turn: a request that was asked after the last answer had left, and was
 * acknowledged before the kill, shows that the noting was done.
 */
export const doubtedWithoutCause = (
  claims: readonly Claim[],
  kills: readonly Kill[],
  acknowledgements: readonly Acknowledgement[],
  { calls }: ServedSimulator,
): string[] => {
  const answers = new Map(calls.map((call) => [call.message_id, call.answered?.at ?? Infinity]));
  /** Never, where a call was not made or not answered since the claim. */
  const answeredAt = ({ id, claimed_at }: Claim): number => {
    const at = answers.get(id) ?? Infinity;
    return at < claimed_at ? Infinity : at;
  };
  const together = Map.groupBy(claims, ({ claimed_at }) => claimed_at);
  return claims
    .filter(({ status }) => status === "unknown")
    .filter(({ claimed_at }) => {
      const kill = kills.find(({ from, at }) => from <= claimed_at && claimed_at <= at);
      const last = Math.max(...(together.get(claimed_at) ?? []).map(answeredAt));
      const noted = acknowledgements.some(
        ({ asked_at, at }) => kill && last < asked_at && at < kill.at,
      );
      return !kill || noted;
    })
    .map(({ id }) => id);
};
