import { setTimeout as pause } from "node:timers/promises";
import { StopHere } from "./stop-here.ts";

const patience_ms = 120_000;
const pause_ms = 150;
/** A proxy that reloads may sit on a request that came a moment too early. */
const attempt_ms = 3_000;

/** Resolves once a GET of the address is answered with a 2xx. */
export const answering = async (url: string, signal: AbortSignal): Promise<void> => {
  const deadline = AbortSignal.timeout(patience_ms);
  const either = AbortSignal.any([signal, deadline]);
  while (!either.aborted) {
    const response = await fetch(url, {
      signal: AbortSignal.any([either, AbortSignal.timeout(attempt_ms)]),
    }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await pause(pause_ms);
  }
  signal.throwIfAborted();
  throw new StopHere(`${url} did not answer within two minutes.`);
};
