import { createStore } from "../ui/store.ts";

/** How many replies wait for the connection; the outbox writes it, the banner says it. */
export const outboxWaiting = createStore(0);
