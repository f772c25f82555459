import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { contactChannels, languages, lineTypes } from "#contracts/channels.ts";
import { professions } from "#contracts/practices.ts";
import { json, moment, oneOf } from "../db/columns.ts";

export const practices = sqliteTable("practices", {
  id: integer("id").primaryKey({ autoIncrement: true }),
  name: text("name").notNull(),
  municipality: text("municipality"),
  postcode: text("postcode"),
  language: oneOf("language", languages).notNull(),
  profession: oneOf("profession", professions),
  riziv: text("riziv"),
  legalForm: text("legal_form"),
  openingHours: json<unknown>("opening_hours"),
  leadStatus: text("lead_status"),
  preferredChannel: text("preferred_channel"),
  isDemo: integer("is_demo", { mode: "boolean" }).notNull().default(false),
  createdAt: moment("created_at").notNull(),
  updatedAt: moment("updated_at").notNull(),
  /** An erased practice stays as an empty tombstone, so that its id is never used again. */
  erasedAt: moment("erased_at"),
});

export const people = sqliteTable(
  "people",
  {
    id: text("id").primaryKey(),
    practiceId: integer("practice_id")
      .notNull()
      .references(() => practices.id),
    name: text("name").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [uniqueIndex("people_by_practice_name").on(t.practiceId, t.name)],
);

/** `practice_id` is null for a sender nobody has linked yet. */
export const contactPoints = sqliteTable(
  "contact_points",
  {
    id: text("id").primaryKey(),
    practiceId: integer("practice_id").references(() => practices.id),
    channel: oneOf("channel", contactChannels).notNull(),
    address: text("address").notNull(),
    /** What the suppression list knows it by. */
    addressHash: text("address_hash").notNull(),
    lineType: oneOf("line_type", lineTypes),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("contact_points_by_practice").on(t.practiceId)],
);

/** Who is behind an address; a WhatsApp person may have two of them (number and user id). */
export const contactPointAddresses = sqliteTable(
  "contact_point_addresses",
  {
    channel: oneOf("channel", contactChannels).notNull(),
    address: text("address").notNull(),
    contactPointId: text("contact_point_id")
      .notNull()
      .references(() => contactPoints.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.channel, t.address] }),
    index("contact_point_addresses_by_contact_point").on(t.contactPointId),
  ],
);

export const contactPointPeople = sqliteTable(
  "contact_point_people",
  {
    contactPointId: text("contact_point_id")
      .notNull()
      .references(() => contactPoints.id, { onDelete: "cascade" }),
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
  },
  (t) => [
    primaryKey({ columns: [t.contactPointId, t.personId] }),
    index("contact_point_people_by_person").on(t.personId),
  ],
);

/**
 * The suppression list: keyed hashes of addresses, so that it survives deletion and re-import.
 * A row that was lifted (START) stays, with the moment it was lifted.
 */
export const suppressions = sqliteTable(
  "suppressions",
  {
    channel: oneOf("channel", contactChannels).notNull(),
    addressHash: text("address_hash").notNull(),
    source: oneOf("source", ["keyword", "carrier"]).notNull(),
    messageId: text("message_id"),
    suppressedAt: moment("suppressed_at").notNull(),
    /** When they wrote again without opting in: a colleague may answer that. */
    wroteAgainAt: moment("wrote_again_at"),
    liftedAt: moment("lifted_at"),
  },
  (t) => [primaryKey({ columns: [t.channel, t.addressHash] })],
);
