import type { Practice, PracticeInput } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { isUniqueViolation } from "../db/unique-violation.ts";
import { audit } from "../http/audit.ts";
import { adoptStatements } from "./adopt.ts";
import {
  addressInUse,
  type NewContactPoint,
  type Owner,
  ownersOf,
  readContactPoints,
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
  const taken = new Set(owners.map((owner) => `${owner.channel} ${owner.address}`));
  const fresh = points.filter((point) => !taken.has(`${point.channel} ${point.address}`));
  const db = ctx.env.DB;
  try {
    const results = await db.batch([
      insert(db, { ...fields, at: ctx.now() }),
      audit(ctx, "practice.create", fields.name),
      ...storeStatements(ctx, { practice: null, fresh, all: points }),
      ...adopted.flatMap((contact_point) =>
        adoptStatements(ctx, { contact_point, practice: null }),
      ),
      selectPractice(db, { practice: null }),
    ]);
    return practiceOf(results);
  } catch (error) {
    if (!isUniqueViolation(error, "contact_point_addresses")) throw error;
    throw await lostRace(ctx, points, error);
  }
};

/** The contact point when nobody has linked it yet; refuses one that belongs to a practice. */
const unlinked = (owner: Owner): string => {
  if (owner.practice_id !== null) throw addressInUse({ ...owner, practice_id: owner.practice_id });
  return owner.contact_point_id;
};

const lostRace = async (ctx: Ctx, points: readonly NewContactPoint[], error: unknown) => {
  for (const owner of await ownersOf(ctx, points))
    if (owner.practice_id !== null)
      return addressInUse({ ...owner, practice_id: owner.practice_id });
  return error;
};
