import type { Practice, PracticeInput } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { auditInserted } from "../http/audit.ts";
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
import { practiceOf, selectPractice } from "./find.ts";

const insert = statement<Omit<PracticeInput, "contact_points"> & { at: number }>(
  `INSERT INTO practices (name, municipality, postcode, language, profession, riziv, created_at, updated_at)
   VALUES (:name, :municipality, :postcode, :language, :profession, :riziv, :at, :at)`,
);

/** A practice with its contact points. An address another practice has is 409 and stores nothing. */
export const createPractice = async (ctx: Ctx, input: PracticeInput): Promise<Practice> => {
  const { contact_points, ...fields } = input;
  const points = await readContactPoints(ctx, contact_points);
  const owners = await ownersOf(ctx, points);
  const adopted = owners.map(unlinked);
  const fresh = freshAmong(points, owners);
  const db = ctx.env.DB;
  try {
    const results = await db.batch([
      insert(db, { ...fields, at: ctx.now() }),
      auditInserted(ctx, "practice.create", "practices"),
      ...storeStatements(ctx, { practice: null, fresh, all: points }),
      ...adopted.flatMap((contact_point) =>
        adoptStatements(ctx, { contact_point, practice: null }),
      ),
      ownedStatement(ctx, { practice: null, all: points }),
      selectPractice(db, { practice: null }),
    ]);
    return practiceOf(results);
  } catch (error) {
    if (!isLostRace(error)) throw error;
    const refusal = await refusalOf(ctx, points, null);
    if (refusal) throw refusal;
    // Somebody wrote from the address in this very moment: now it can be adopted.
    return createPractice(ctx, input);
  }
};

/** The contact point when nobody has linked it yet; refuses one that belongs to a practice. */
const unlinked = (owner: Owner): string => {
  if (owner.practice_id !== null) throw addressInUse({ ...owner, practice_id: owner.practice_id });
  return owner.contact_point_id;
};
