import type { Practice, PracticeInput } from "#contracts/practices.ts";
import { practice } from "#contracts/practices.ts";
import { z } from "zod";

const words = z.string().transform((text) => text.trim() || null);
const { name, municipality, postcode, language, profession, riziv } = practice.shape;

/** The contract as a form fills it in: words, where nothing is an empty word. */
export const practiceFields = z.object({
  name,
  municipality: words.pipe(municipality),
  postcode: words.pipe(postcode),
  language,
  profession: z
    .literal("")
    .transform(() => null)
    .or(profession.unwrap()),
  riziv: words.pipe(riziv),
});

export type PracticeFields = z.input<typeof practiceFields>;
export type PracticeWords = Omit<PracticeInput, "contact_points">;

export const emptyFields: PracticeFields = {
  name: "",
  municipality: "",
  postcode: "",
  language: "nl",
  profession: "",
  riziv: "",
};

export const fieldsOf = (from: Practice): PracticeFields => ({
  name: from.name,
  municipality: from.municipality ?? "",
  postcode: from.postcode ?? "",
  language: from.language,
  profession: from.profession ?? "",
  riziv: from.riziv ?? "",
});
