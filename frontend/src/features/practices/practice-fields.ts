import type { Language } from "#contracts/channels.ts";
import type { Practice, Profession } from "#contracts/practices.ts";

/** A practice as a form holds it: words, where nothing is an empty word. */
export interface PracticeFields {
  name: string;
  municipality: string;
  postcode: string;
  language: Language;
  profession: Profession | "";
  riziv: string;
}

export const emptyFields: PracticeFields = {
  name: "",
  municipality: "",
  postcode: "",
  language: "nl",
  profession: "",
  riziv: "",
};

export const fieldsOf = (practice: Practice): PracticeFields => ({
  name: practice.name,
  municipality: practice.municipality ?? "",
  postcode: practice.postcode ?? "",
  language: practice.language,
  profession: practice.profession ?? "",
  riziv: practice.riziv ?? "",
});

/** What goes over the wire: nothing is null there. */
export const practiceOf = (fields: PracticeFields) => ({
  name: fields.name.trim(),
  municipality: fields.municipality.trim() || null,
  postcode: fields.postcode.trim() || null,
  language: fields.language,
  profession: fields.profession || null,
  riziv: fields.riziv.trim() || null,
});
