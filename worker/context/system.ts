import { V7Generator } from "uuidv7";
import type { IdPrefix } from "#contracts/ids.ts";

export type LogEntry = { event: string } & Record<string, string | number | boolean | null>;

/** Time, chance and the outside world: the only things besides the bindings that code may touch. */
export type System = {
  now(): number;
  newId<P extends IdPrefix>(prefix: P): string;
  randomToken(bytes: number): string;
  /** Rejects when there is no answer within `timeout_ms`. */
  fetch(request: Request, timeout_ms: number): Promise<Response>;
  log(entry: LogEntry): void;
};

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

export const realSystem = (): System => {
  const generator = new V7Generator();
  return {
    now: () => Date.now(),
    newId: (prefix) => `${prefix}_${generator.generateOrResetCore(Date.now(), 10_000).toString()}`,
    randomToken: (bytes) => hex(crypto.getRandomValues(new Uint8Array(bytes))),
    fetch: (request, timeout_ms) => fetch(request, { signal: AbortSignal.timeout(timeout_ms) }),
    log: (entry) => console.log(JSON.stringify(entry)),
  };
};
