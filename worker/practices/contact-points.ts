import type { ContactChannel, LineType } from "#contracts/channels.ts";
import type { ContactPointInput } from "#contracts/practices.ts";
import type { Ctx } from "../context/context.ts";
import { addressHash } from "../context/hash.ts";
import { statement } from "../db/statement.ts";
import { deepestMessage } from "../db/unique-violation.ts";
import { Problem } from "../http/problem.ts";
import { readAddress } from "./address.ts";
import { practiceLives, thePractice } from "./adopt.ts";

/** A contact point to be stored: normalised, hashed, with ids of its own. */
export type NewContactPoint = {
  id: string;
  channel: ContactChannel;
  address: string;
  hash: string;
  line_type: LineType | null;
  person: string | null;
  person_id: string;
};

/** Reads what the caller typed. */
export const readContactPoints = async (
  ctx: Ctx,
  inputs: readonly ContactPointInput[],
): Promise<NewContactPoint[]> => {
  return Promise.all(
    inputs.map(async ({ channel, address: typed, person }) => {
      const { address, line_type } = readAddress(channel, typed);
      return {
        id: ctx.newId("cp"),
        channel,
        address,
        hash: await addressHash(ctx.config.PEPPER, address),
        line_type,
        person: person ?? null,
        person_id: ctx.newId("person"),
      };
    }),
  );
};

const addressOf = ({ channel, address }: { channel: ContactChannel; address: string }) =>
  `${channel} ${address}`;

/** Those whose address nobody has; the same address twice is stored once. */
export const freshAmong = (
  points: readonly NewContactPoint[],
  owners: readonly Owner[],
): NewContactPoint[] => {
  const taken = new Set(owners.map(addressOf));
  const fresh = points.filter((point) => !taken.has(addressOf(point)));
  return [...new Map(fresh.map((point) => [addressOf(point), point])).values()];
};

/** Who has an address now; `practice_id` is null for a sender nobody has linked. */
export type Owner = {
  contact_point_id: string;
  channel: ContactChannel;
  address: string;
  practice_id: number | null;
  practice_name: string | null;
};

const selectOwners = statement<{ points: string }>(
  `SELECT cp.id AS contact_point_id, a.channel, a.address, cp.practice_id, p.name AS practice_name
   FROM json_each(:points) j
   JOIN contact_point_addresses a
     ON a.channel = j.value ->> 'channel' AND a.address = j.value ->> 'address'
   JOIN contact_points cp ON cp.id = a.contact_point_id
   LEFT JOIN practices p ON p.id = cp.practice_id`,
);

export const ownersOf = async (ctx: Ctx, points: readonly NewContactPoint[]): Promise<Owner[]> => {
  const query = selectOwners(ctx.env.DB, { points: JSON.stringify(points) });
  return (await query.all<Owner>()).results;
};

/** 409 that names the practice which has the address and what can be done about it. */
export const addressInUse = (owner: Owner & { practice_id: number }): Problem =>
  new Problem("address_in_use", {
    conflict: {
      contact_point_id: owner.contact_point_id,
      channel: owner.channel,
      address: owner.address,
      practice: { id: owner.practice_id, name: owner.practice_name ?? "" },
      options: ["link", "move"],
    },
  });

/** After a lost race: the refusal, or null when no practice has any of the addresses. */
export const refusalOf = async (
  ctx: Ctx,
  points: readonly NewContactPoint[],
  practice: number | null,
): Promise<Problem | null> => {
  for (const owner of await ownersOf(ctx, points))
    if (owner.practice_id !== null && owner.practice_id !== practice)
      return addressInUse({ ...owner, practice_id: owner.practice_id });
  return null;
};

type Points = { points: string; practice: number | null; at: number };

const insertPoints = statement<Points>(
  `INSERT INTO contact_points (id, practice_id, channel, address, address_hash, line_type, created_at)
   SELECT value ->> 'id', ${thePractice}, value ->> 'channel', value ->> 'address', value ->> 'hash',
     value ->> 'line_type', :at
   FROM json_each(:points)`,
);

// The primary key is the lock: an address taken meanwhile refuses the whole batch.
const insertAddresses = statement<Points>(
  `INSERT INTO contact_point_addresses (channel, address, contact_point_id)
   SELECT value ->> 'channel', value ->> 'address', value ->> 'id' FROM json_each(:points)`,
);

const insertPeople = statement<Points>(
  `INSERT INTO people (id, practice_id, name, created_at)
   SELECT value ->> 'person_id', ${thePractice}, value ->> 'person', :at
   FROM json_each(:points) WHERE value ->> 'person' IS NOT NULL
   ON CONFLICT (practice_id, name) DO NOTHING`,
);

const linkPeople = statement<Points>(
  `INSERT INTO contact_point_people (contact_point_id, person_id)
   SELECT a.contact_point_id, w.id
   FROM json_each(:points) j
   JOIN people w ON w.practice_id = ${thePractice} AND w.name = j.value ->> 'person'
   JOIN contact_point_addresses a
     ON a.channel = j.value ->> 'channel' AND a.address = j.value ->> 'address'
   ON CONFLICT DO NOTHING`,
);

// The same lock: an address that went to another practice meanwhile refuses the whole batch too, and
// so does a practice that was erased (a NULL, which the columns refuse).
const refuseTaken = statement<Points>(
  `INSERT INTO contact_point_addresses (channel, address, contact_point_id)
   SELECT a.channel, a.address, a.contact_point_id
   FROM json_each(:points) j
   JOIN contact_point_addresses a
     ON a.channel = j.value ->> 'channel' AND a.address = j.value ->> 'address'
   JOIN contact_points cp ON cp.id = a.contact_point_id
   WHERE cp.practice_id IS NOT ${thePractice}
   UNION ALL SELECT NULL, NULL, NULL WHERE NOT ${practiceLives}`,
);

/** True when a batch that ended with `ownedStatement` was refused by what happened meanwhile. */
export const isLostRace = (error: unknown): boolean =>
  deepestMessage(error).includes("constraint failed: contact_point_addresses");

/** Fails unless the practice lives and has all these addresses by now; ends the batch. */
export const ownedStatement = (
  ctx: Ctx,
  input: { practice: number | null; all: readonly NewContactPoint[] },
): D1PreparedStatement =>
  refuseTaken(ctx.env.DB, {
    points: JSON.stringify(input.all),
    practice: input.practice,
    at: ctx.now(),
  });

/** Stores new contact points; people are linked to `all`, those that existed included. */
export const storeStatements = (
  ctx: Ctx,
  input: {
    practice: number | null;
    fresh: readonly NewContactPoint[];
    all: readonly NewContactPoint[];
  },
): D1PreparedStatement[] => {
  const db = ctx.env.DB;
  const at = ctx.now();
  const fresh: Points = { points: JSON.stringify(input.fresh), practice: input.practice, at };
  const all: Points = { points: JSON.stringify(input.all), practice: input.practice, at };
  return [
    insertPoints(db, fresh),
    insertAddresses(db, fresh),
    insertPeople(db, all),
    linkPeople(db, all),
  ];
};
