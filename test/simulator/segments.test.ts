import { expect, test } from "vitest";
import { segments } from "./twilio/segments.ts";

test.each([
  ["a", 160, 1],
  ["a", 161, 2],
  ["a", 306, 2],
  ["a", 307, 3],
  ["€", 80, 1],
  ["€", 81, 2],
  ["ê", 70, 1],
  ["ê", 71, 2],
  ["ê", 134, 2],
  ["ê", 135, 3],
  ["👍", 35, 1],
  ["👍", 36, 2],
])("%s, %i times, is %i segments", (character, times, expected) => {
  expect(segments(character.repeat(times))).toBe(expected);
});

test("a character that takes two places is never cut in two", () => {
  expect(segments(`${"a".repeat(151)}€${"a".repeat(153)}`)).toBe(2);
  expect(segments(`${"a".repeat(152)}€${"a".repeat(152)}`)).toBe(3);
});
