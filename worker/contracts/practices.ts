import { z } from "zod";
import { contactChannel, language, lineType } from "./channels.ts";
import { contactPointId, conversationId, personId, practiceId } from "./ids.ts";
import { pageQuery } from "./pages.ts";

export const professions = [
  "gp",
  "dentist",
  "physiotherapist",
  "pharmacy",
  "specialist",
  "nurse",
  "psychologist",
  "other",
] as const;
export const profession = z.enum(professions);
export type Profession = z.infer<typeof profession>;

export const maxContactPoints = 20;

const text = (max: number) => z.string().trim().min(1).max(max);
const postcode = z
  .string()
  .trim()
  .regex(/^\d{4}$/, "a Belgian postcode has four digits");
const riziv = z
  .string()
  .trim()
  .regex(/^\d[-\d ./]{6,14}\d$/, "a RIZIV/INAMI number has eight to eleven digits");

export const contactPointInput = z.strictObject({
  channel: contactChannel,
  address: text(254),
  person: text(100).optional(),
});
export type ContactPointInput = z.infer<typeof contactPointInput>;

/** `move` takes the address over from the practice that has it. */
export const addContactPoint = contactPointInput.extend({ move: z.boolean().default(false) });

const practiceFields = {
  name: text(200),
  municipality: text(100).nullable(),
  postcode: postcode.nullable(),
  language,
  profession: profession.nullable(),
  riziv: riziv.nullable(),
};

export const practiceInput = z.strictObject({
  name: practiceFields.name,
  municipality: practiceFields.municipality.default(null),
  postcode: practiceFields.postcode.default(null),
  language: practiceFields.language.default("nl"),
  profession: practiceFields.profession.default(null),
  riziv: practiceFields.riziv.default(null),
  contact_points: z.array(contactPointInput).max(maxContactPoints).default([]),
});
export type PracticeInput = z.infer<typeof practiceInput>;

export const practiceChange = z.strictObject(practiceFields).partial();
export type PracticeChange = z.infer<typeof practiceChange>;

export const contactPoint = z.strictObject({
  id: contactPointId,
  channel: contactChannel,
  /** E.164 for numbers, lower case for email. */
  address: z.string(),
  line_type: lineType.nullable(),
  people: z.array(z.strictObject({ id: personId, name: z.string() })),
  /** Nobody who said stop is written to on this channel. */
  opted_out: z.boolean(),
});
export type ContactPoint = z.infer<typeof contactPoint>;

export const practice = z.strictObject({
  id: practiceId,
  ...practiceFields,
  is_demo: z.boolean(),
  conversation_id: conversationId.nullable(),
  contact_points: z.array(contactPoint),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Practice = z.infer<typeof practice>;

/** `q` finds by name, municipality, postcode or number, whatever the accents. */
export const practiceQuery = pageQuery.extend({ q: z.string().trim().max(200).optional() });
