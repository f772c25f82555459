import type { Practice } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { auditChange } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { findPractice, practiceOf, selectPractice } from "./find.ts";
import { sendingToPractice } from "./sending.ts";

const remove = statement<{ contact_point: string; practice: number }>(
  `DELETE FROM contact_points
   WHERE id = :contact_point AND practice_id = :practice AND NOT ${sendingToPractice}
   RETURNING id`,
);

/** Frees an address; its messages stay, and so does its place on the suppression list. */
export const removeContactPoint = async (
  ctx: Ctx,
  input: { practice_id: number; contact_point_id: string },
): Promise<Practice> => {
  const { practice_id: practice, contact_point_id: contact_point } = input;
  const db = ctx.env.DB;
  const results = await db.batch([
    remove(db, { contact_point, practice }),
    auditChange(ctx, "practice.remove_contact_point", contact_point),
    selectPractice(db, { practice }),
  ]);
  if (results[0]?.results.length) return practiceOf(results);
  const { contact_points } = await findPractice(ctx, practice);
  const isThere = contact_points.some(({ id }) => id === contact_point);
  throw new Problem(isThere ? "sending_in_progress" : "not_found");
};
