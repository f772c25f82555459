import type { z } from "zod";
import type { addContactPoint as addInput, Practice } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { audit } from "../http/audit.ts";
import { adoptStatements } from "./adopt.ts";
import { addressInUse, ownersOf, readContactPoints, storeStatements } from "./contact-points.ts";
import { findPractice, practiceOf, selectPractice } from "./find.ts";

const takeOver = statement<{ contact_point: string; practice: number; from: number }>(
  `UPDATE contact_points SET practice_id = :practice
   WHERE id = :contact_point AND practice_id = :from`,
);

const forgetPeople = statement<{ contact_point: string; practice: number }>(
  `DELETE FROM contact_point_people WHERE contact_point_id = :contact_point
     AND person_id NOT IN (SELECT id FROM people WHERE practice_id = :practice)`,
);

export type AddContactPoint = z.output<typeof addInput> & { practice_id: number };

/**
 * Adds an address to a practice. One that another practice has is 409, unless `move` takes it over;
 * messages stay in the conversation they were in.
 */
export const addContactPoint = async (ctx: Ctx, input: AddContactPoint): Promise<Practice> => {
  const { practice_id: practice, move, ...point } = input;
  await findPractice(ctx, practice);
  const points = await readContactPoints(ctx, [point]);
  const [owner] = await ownersOf(ctx, points);
  const db = ctx.env.DB;
  const end = [
    audit(ctx, "practice.add_contact_point", String(practice)),
    selectPractice(db, { practice }),
  ];
  if (!owner)
    return practiceOf(
      await db.batch([...storeStatements(ctx, { practice, fresh: points, all: points }), ...end]),
    );
  const contact_point = owner.contact_point_id;
  const { practice_id: from } = owner;
  const elsewhere = from !== null && from !== practice;
  if (elsewhere && !move) throw addressInUse({ ...owner, practice_id: from });
  return practiceOf(
    await db.batch([
      ...(from === null ? adoptStatements(ctx, { contact_point, practice }) : []),
      ...(elsewhere
        ? [
            takeOver(db, { contact_point, practice, from }),
            forgetPeople(db, { contact_point, practice }),
          ]
        : []),
      ...storeStatements(ctx, { practice, fresh: [], all: points }),
      ...end,
    ]),
  );
};
