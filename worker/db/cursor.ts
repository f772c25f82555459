/** A keyset cursor: the sort key of the last row, opaque on the wire. */
export const writeCursor = (key: readonly (string | number)[]): string => btoa(JSON.stringify(key));

/** null when the text is not one of our cursors: the list then starts at its beginning. */
export const readCursor = (text: string | undefined, width: number): (string | number)[] | null => {
  if (text === undefined) return null;
  try {
    const key: unknown = JSON.parse(atob(text));
    const valid =
      Array.isArray(key) &&
      key.length === width &&
      key.every((part) => typeof part === "string" || typeof part === "number");
    return valid ? (key as (string | number)[]) : null;
  } catch {
    return null;
  }
};
