import { describe, expect, it } from "vitest";
import {
  composed,
  repairAll,
  repairs,
  replacement,
} from "../../../../frontend/src/features/sms/repair.ts";
import { countSegments } from "../../../../frontend/src/features/sms/segments.ts";

describe("making an SMS cheaper with one press", () => {
  it.each([
    ["ï", "i"],
    ["ê", "e"],
    ["ç", "c"],
    ["À", "A"],
    ["œ", "oe"],
    ["’", "'"],
    ["…", "..."],
    ["–", "-"],
    ["\u00a0", " "],
  ])("%s has the plain form %s", (character, plain) => {
    expect(replacement(character)).toBe(plain);
  });

  it.each(["😀", "中", "ж"])("%s has none", (character) => {
    expect(replacement(character)).toBeNull();
  });

  it("offers each forcing character once, everywhere it stands", () => {
    expect(repairs("geïntegreerd, ïs")).toEqual([{ from: "ï", to: "i", text: "geintegreerd, is" }]);
  });

  it("states the segments that replacing saves", () => {
    const text = `geïnteresseerd ${"a".repeat(135)}`;
    expect(repairAll(text)).toEqual({ text: text.replace("ï", "i"), saves: 2 });
  });

  it("leaves what has no plain form, and then saves nothing", () => {
    expect(repairAll("ï 😀")).toEqual({ text: "i 😀", saves: 0 });
  });

  it("takes a decomposed accent for the character people see", () => {
    expect(countSegments(composed("cafe\u0301")).encoding).toBe("GSM-7");
  });
});
