import { createStore } from "../../ui/store.ts";

/** A text that returns to its composer, to be changed and sent again. */
export const handBack = createStore<{ conversationId: string; text: string } | null>(null);
