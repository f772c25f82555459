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

/** The key to act on, or null while someone types, composes or holds a modifier. */
export function shortcutOf(event: Press): string | null {
  if (event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (canAsk(event.target)) {
    if (event.target.closest(busy)) return null;
    if (event.key === "Enter" && event.target.closest(pressable)) return null;
  }
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
