import { createStore } from "../../ui/store.ts";
import { stored } from "../../ui/stored.ts";

const prefix = "spreekuur.draft.";

export const draftOf = (conversationId: string) => stored(prefix + conversationId);

const readIds = (): ReadonlySet<string> =>
  new Set(
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length)),
  );

/** Conversations with an unsent text, for the list. */
export const draftIds = createStore(readIds());

const refresh = () => draftIds.set(readIds());
addEventListener("storage", refresh);

export function saveDraft(conversationId: string, text: string): boolean {
  const draft = draftOf(conversationId);
  const done = text === "" ? (draft.remove(), true) : draft.set(text);
  if (draftIds.get().has(conversationId) !== (text !== "")) refresh();
  return done;
}
