import type { z } from "zod";
import type { Page } from "#contracts/pages.ts";
import type { Practice, practiceQuery } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { readCursor } from "../db/cursor.ts";
import { pageFrom } from "../db/page.ts";
import { statement } from "../db/statement.ts";
import { searchTerms } from "./search-terms.ts";
import { type PracticeRow, practiceSelect, practiceView } from "./view.ts";

type Keyset = { before: number; limit: number };

// Newest first: both the search index and the table walk by id, so a page costs a page.
const all = statement<Keyset>(
  `${practiceSelect} WHERE p.erased_at IS NULL AND p.id < :before ORDER BY p.id DESC LIMIT :limit`,
);

const found = statement<Keyset & { terms: string }>(
  `${practiceSelect} WHERE p.erased_at IS NULL AND p.id IN (
     SELECT rowid FROM practice_search
     WHERE practice_search MATCH :terms AND rowid < :before ORDER BY rowid DESC LIMIT :limit)
   ORDER BY p.id DESC`,
);

/** Practices, newest first, or those whose name, place, postcode or address begins like `q`. */
export const listPractices = async (
  ctx: Ctx,
  input: z.output<typeof practiceQuery>,
): Promise<Page<Practice>> => {
  const { limit, q } = input;
  const [before = Number.MAX_SAFE_INTEGER] = (readCursor(input.cursor, 1) ?? []).map(Number);
  const terms = searchTerms(q);
  const keyset = { before, limit: limit + 1 };
  const query = terms === null ? all(ctx.env.DB, keyset) : found(ctx.env.DB, { ...keyset, terms });
  const { results } = await query.all<PracticeRow>();
  return pageFrom(results, limit, (row) => [row.id], practiceView);
};
