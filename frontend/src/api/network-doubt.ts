import { createStore } from "../ui/store.ts";

const slow_ms = 1_000;

/** Counts the requests that failed to reach the Worker, or are taking long: signs, not proofs. */
export const networkDoubts = createStore(0);

const doubt = () => networkDoubts.set(networkDoubts.get() + 1);

/** Watches one request. */
export async function watched(request: Promise<Response>): Promise<Response> {
  const slow = setTimeout(doubt, slow_ms);
  try {
    return await request;
  } catch (error) {
    doubt();
    throw error;
  } finally {
    clearTimeout(slow);
  }
}
