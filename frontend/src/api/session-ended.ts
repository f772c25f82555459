import { createStore } from "../ui/store.ts";

/** True once the Worker, or a socket, said that nobody is signed in any more. */
export const sessionEnded = createStore(false);
