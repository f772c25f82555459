import type { z } from "zod";
import type { addContactPoint as addInput, Practice } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { audit } from "../http/audit.ts";
import { adoptStatements } from "./adopt.ts";
import {
  addressInUse,
  freshAmong,
  isLostRace,
  type Owner,
  ownedStatement,
  ownersOf,
  readContactPoints,
  refusalOf,
  storeStatements,
} from "./contact-points.ts";
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
  const owners = await ownersOf(ctx, points);
  const [owner] = owners;
  const from = owner?.practice_id ?? null;
  if (owner && from !== null && from !== practice && !move)
    throw addressInUse({ ...owner, practice_id: from });
  try {
    return practiceOf(
      await ctx.env.DB.batch([
        ...(owner ? takeStatements(ctx, owner, practice) : []),
        ...storeStatements(ctx, { practice, fresh: freshAmong(points, owners), all: points }),
        ownedStatement(ctx, { practice, all: points }),
        audit(ctx, "practice.add_contact_point", String(practice)),
        selectPractice(ctx.env.DB, { practice }),
      ]),
    );
  } catch (error) {
    if (!isLostRace(error)) throw error;
    const refusal = await refusalOf(ctx, points, practice);
    if (refusal) throw refusal;
    // Somebody wrote from the address in this very moment, or the practice was erased: look again.
    return addContactPoint(ctx, input);
  }
};

const takeStatements = (ctx: Ctx, owner: Owner, practice: number): D1PreparedStatement[] => {
  const { contact_point_id: contact_point, practice_id: from } = owner;
  if (from === null) return adoptStatements(ctx, { contact_point, practice });
  if (from === practice) return [];
  return [
    takeOver(ctx.env.DB, { contact_point, practice, from }),
    forgetPeople(ctx.env.DB, { contact_point, practice }),
  ];
};
