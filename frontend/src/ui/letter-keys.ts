import { isLetter } from "./shortcut.ts";
import { createStore, useStore } from "./store.ts";
import { stored } from "./stored.ts";

const remembered = stored("spreekuur.letter-keys");

/** Whether single keys act; who speaks to the device turns them off (WCAG 2.1.4). */
export const letterKeys = createStore(remembered.get() !== "off");

export function chooseLetterKeys(on: boolean): void {
  letterKeys.set(on);
  remembered.set(on ? "on" : "off");
}

/** A key to name beside what it does, as long as it does that. */
export function useShownKey(key: string | undefined): string | undefined {
  const letters = useStore(letterKeys);
  return key !== undefined && (letters || !isLetter(key)) ? key : undefined;
}
