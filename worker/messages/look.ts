const minute_ms = 60_000;

/** How long after a message became unknown the provider's list is searched for it. */
const looks_ms = [2, 5, 15, 60].map((minutes) => minutes * minute_ms);

/** When to look next; null after the last time, when only a callback or a person can settle it. */
export const nextLook = (unknown_at: number, now: number): number | null =>
  looks_ms.map((after) => unknown_at + after).find((moment) => moment > now) ?? null;
