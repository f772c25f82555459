import { createStore } from "../ui/store.ts";

/** Whether the inbox socket is up; what the offline banner and the outbox go by. */
export const connection = createStore<"up" | "down">("up");

/** A loss shorter than this is not worth a word. */
export const hiccup_ms = 750;
