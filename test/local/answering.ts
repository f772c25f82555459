import { setTimeout as pause } from "node:timers/promises";
import { StopHere } from "./stop-here.ts";

const patience_ms = 120_000;
const pause_ms = 150;

/** Resolves once a GET of the address is answered with a 2xx. */
export const answering = async (url: string, signal: AbortSignal): Promise<void> => {
  const deadline = AbortSignal.timeout(patience_ms);
  const either = AbortSignal.any([signal, deadline]);
  while (!either.aborted) {
    const response = await fetch(url, { signal: either }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await pause(pause_ms);
  }
  signal.throwIfAborted();
  throw new StopHere(`${url} did not answer within two minutes.`);
};
