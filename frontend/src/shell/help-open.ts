import { createStore } from "../ui/store.ts";

export const helpOpen = createStore(false);
