import { describe, expect, it } from "vitest";
import {
  keepMine,
  maySave,
  meetStored,
  openDraft,
  saved,
  takeOther,
  typeDraft,
} from "../../../../frontend/src/features/inbox/draft.ts";

describe("one draft in two tabs", () => {
  it("takes over what the other tab wrote while this one stood still", () => {
    expect(meetStored(openDraft("Dag"), "Dag Lotte").text).toBe("Dag Lotte");
  });

  it("shows both when both wrote, and saves neither over the other", () => {
    const met = meetStored(typeDraft(openDraft("Dag"), "Dag Joris"), "Dag Lotte");
    expect([met.text, met.other, maySave(met)]).toEqual(["Dag Joris", "Dag Lotte", false]);
  });

  it("after keeping one's own, saves it over what was seen", () => {
    const kept = keepMine(meetStored(typeDraft(openDraft(""), "mijn"), "hun"));
    expect([kept.text, maySave(kept)]).toEqual(["mijn", true]);
  });

  it("after taking the other, has nothing left to save", () => {
    const taken = takeOther(meetStored(typeDraft(openDraft(""), "mijn"), "hun"));
    expect([taken.text, maySave(taken)]).toEqual(["hun", false]);
  });

  it("sees its own echo as nothing new", () => {
    const mine = saved(typeDraft(openDraft(""), "Dag"));
    expect(meetStored(mine, "Dag")).toEqual(openDraft("Dag"));
  });
});
