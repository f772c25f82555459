type Press = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "defaultPrevented" | "target"
>;

/** Where letters are text, or where a key already means something. */
const busy = "input, textarea, select, [contenteditable], [role=dialog], [role=menu]";

/** A control that is pressed with these keys itself. */
const pressable = "button, a[href], summary";

interface Closest {
  closest: (selector: string) => unknown;
}
const canAsk = (target: unknown): target is Closest =>
  typeof target === "object" && target !== null && "closest" in target;

/** Keys that print something; whoever dictates presses them unmeant. */
export const isLetter = (key: string): boolean => key.length === 1;

/**
 * The key to act on, or null while someone types, composes or holds a modifier; or where single
 * letters are off.
 */
export function shortcutOf(event: Press, letters: boolean): string | null {
  if (isLetter(event.key) && !letters) return null;
  if (event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (canAsk(event.target)) {
    if (event.target.closest(busy)) return null;
    if (event.key === "Enter" && event.target.closest(pressable)) return null;
  }
  return isLetter(event.key) ? event.key.toLowerCase() : event.key;
}
