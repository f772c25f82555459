const first_ms = 500;
const longest_ms = 30_000;

/** Doubling waits, spread over their upper half so that a thousand tabs do not return together. */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(longest_ms, first_ms * 2 ** attempt);
  return ceiling / 2 + (ceiling / 2) * random;
}
