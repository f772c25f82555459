import { createStore, useStore } from "./store.ts";

const said = createStore("");

/** Says one sentence to a screen reader, politely. */
export const announce = (sentence: string): void => said.set(sentence);

export const Announcer = () => (
  <p aria-live="polite" className="sr-only">
    {useStore(said)}
  </p>
);
