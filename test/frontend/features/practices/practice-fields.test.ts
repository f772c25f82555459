import type { Practice } from "#contracts/practices.ts";
import { describe, expect, it } from "vitest";
import {
  emptyFields,
  fieldsOf,
  practiceFields,
} from "../../../../frontend/src/features/practices/practice-fields.ts";

const noordkouter: Practice = {
  id: 1,
  name: "Huisartsen Noordkouter",
  municipality: null,
  postcode: "9000",
  language: "nl",
  profession: null,
  riziv: null,
  is_demo: false,
  conversation_id: null,
  contact_points: [],
  created_at: "2026-11-23T00:00:00.000Z",
  updated_at: "2026-11-23T00:00:00.000Z",
};

const wrongFields = (change: Partial<typeof emptyFields>) =>
  practiceFields
    .safeParse({ ...emptyFields, name: "Noordkouter", ...change })
    .error?.issues.map(({ path }) => path[0]);

describe("a practice in a form", () => {
  it("comes out as it went in when nothing is touched", () => {
    const { name, municipality, postcode, language, profession, riziv } = noordkouter;
    expect(practiceFields.parse(fieldsOf(noordkouter))).toEqual({
      name,
      municipality,
      postcode,
      language,
      profession,
      riziv,
    });
  });

  it("sends nothing for an emptied field, and no space around a word", () => {
    expect(practiceFields.parse({ ...emptyFields, name: " A ", postcode: " 9000 " })).toMatchObject(
      {
        name: "A",
        postcode: "9000",
        municipality: null,
        riziv: null,
      },
    );
  });

  it.each([
    ["name", { name: "  " }],
    ["postcode", { postcode: "90" }],
    ["riziv", { riziv: "12" }],
  ])("points at %s when that is what is wrong", (field, change) => {
    expect(wrongFields(change)).toEqual([field]);
  });
});
