import { setTimeout as pause } from "node:timers/promises";

const pause_ms = 100;

/**
 * Asks again and again whether something holds, and fails when it does not within `within_ms`. Asking
 * is the only way: what is waited for happens in another process, which tells nobody when it is done.
 */
export const settles = async (
  what: string,
  holds: () => Promise<boolean>,
  within_ms = 40_000,
): Promise<void> => {
  const deadline = Date.now() + within_ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within ${within_ms} ms: ${what}`);
    await pause(pause_ms);
  }
};
