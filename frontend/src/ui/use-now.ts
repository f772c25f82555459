import { createStore, useStore } from "./store.ts";

const minute_ms = 60_000;
const now = createStore(new Date());
setInterval(() => now.set(new Date()), minute_ms);

/** The time, once a minute, for everything that shows how long ago something was. */
export const useNow = (): Date => useStore(now);
