import { useEffect, useEffectEvent } from "react";
import { letterKeys } from "./letter-keys.ts";
import { shortcutOf } from "./shortcut.ts";

/** Single keys of a page, named by what they print, whatever the keyboard. */
export function useShortcuts(shortcuts: Record<string, () => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const key = shortcutOf(event, letterKeys.get());
    const act = key === null ? undefined : shortcuts[key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
}
