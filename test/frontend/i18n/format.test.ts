import { describe, expect, it } from "vitest";
import { daysBetween, listTime, phoneNumber } from "../../../frontend/src/i18n/format.ts";

const now = new Date("2026-11-23T10:00:00Z");

describe("time as a list shows it", () => {
  it.each([
    ["2026-11-23T09:41:00Z", "nl", "10:41"],
    ["2026-11-22T09:00:00Z", "nl", "zo"],
    ["2026-11-22T09:00:00Z", "fr", "dim."],
    ["2026-11-16T09:00:00Z", "nl", "16/11"],
  ])("%s in %s is %s", (at, locale, shown) => {
    expect(listTime(locale, new Date(at), now)).toBe(shown);
  });

  it("counts days over the end of summer time", () => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  });
});

describe("a number as people write it", () => {
  it.each([
    ["+32470000014", "+32 470 00 00 14"],
    ["+3292001122", "+32 9 200 11 22"],
    ["+3281223344", "+32 81 22 33 44"],
    ["+31612345678", "+31612345678"],
  ])("%s is %s", (address, shown) => {
    expect(phoneNumber(address)).toBe(shown);
  });
});
