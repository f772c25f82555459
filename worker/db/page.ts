import type { Page } from "#contracts/pages.ts";
import { writeCursor } from "./cursor.ts";

/** Turns `limit + 1` rows into a page; the extra row only tells that there is more. */
export const pageFrom = <Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number)[],
  view: (row: Row) => Item,
): Page<Item> => {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(view),
    next_cursor: last === undefined ? null : writeCursor(keyOf(last)),
  };
};
