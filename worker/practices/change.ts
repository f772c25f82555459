import type { Practice, PracticeChange } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { type Bound, statement } from "../db/statement.ts";
import { auditChange } from "../http/audit.ts";
import { practiceOf, selectPractice } from "./find.ts";

const fields = ["name", "municipality", "postcode", "language", "profession", "riziv"] as const;

// A field that is not in the JSON keeps its value; one that is null there is emptied.
const update = statement<{ id: number; change: string; at: number } & Record<string, Bound>>(
  `UPDATE practices SET updated_at = :at, ${fields
    .map(
      (field) =>
        `${field} = CASE WHEN json_type(:change, '$.${field}') IS NULL
           THEN ${field} ELSE :change ->> '${field}' END`,
    )
    .join(", ")}
   WHERE id = :id AND erased_at IS NULL`,
);

/** Changes the fields that are given; 404 `practice_not_found`. */
export const changePractice = async (
  ctx: Ctx,
  { id, ...change }: PracticeChange & { id: number },
): Promise<Practice> => {
  const db = ctx.env.DB;
  return practiceOf(
    await db.batch([
      update(db, { id, change: JSON.stringify(change), at: ctx.now() }),
      auditChange(ctx, "practice.change", String(id)),
      selectPractice(db, { practice: id }),
    ]),
  );
};
