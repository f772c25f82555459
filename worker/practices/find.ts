import type { Practice } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { rowOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { Problem } from "../http/problem.ts";
import { type PracticeRow, practiceSelect, practiceView } from "./view.ts";

export const selectPractice = statement<{ practice: number | null }>(
  `${practiceSelect} WHERE p.erased_at IS NULL
   AND p.id = coalesce(:practice, (SELECT seq FROM sqlite_sequence WHERE name = 'practices'))`,
);

/** One practice; 404 `practice_not_found`. */
export const findPractice = async (ctx: Ctx, id: number): Promise<Practice> => {
  const row = await selectPractice(ctx.env.DB, { practice: id }).first<PracticeRow>();
  if (!row) throw new Problem("practice_not_found");
  return practiceView(row);
};

/** The practice a batch that ended with `selectPractice` has read. */
export const practiceOf = (results: readonly D1Result[]): Practice => {
  const row = rowOf<PracticeRow>(results.at(-1));
  if (!row) throw new Problem("practice_not_found");
  return practiceView(row);
};
