import { expect, test } from "vitest";
import { isDue } from "./cron.ts";

test.each([
  ["* * * * *", "2026-11-23T10:41:00Z", true],
  ["*/5 * * * *", "2026-11-23T10:40:30Z", true],
  ["*/5 * * * *", "2026-11-23T10:41:00Z", false],
  ["17 3 * * *", "2026-11-23T03:17:59Z", true],
  ["17 3 * * *", "2026-11-23T03:18:00Z", false],
  ["17 3 * * *", "2026-11-23T04:17:00Z", false],
  ["0 9-17 * * *", "2026-11-23T17:00:00Z", true],
  ["0 9-17 * * *", "2026-11-23T18:00:00Z", false],
  ["0,30 * 23 11 *", "2026-11-23T18:30:00Z", true],
  ["0 0 * * 2", "2026-11-23T00:00:00Z", true],
  ["0 0 * * 1", "2026-11-23T00:00:00Z", false],
])("%s at %s: %s", (expression, moment, due) => {
  expect(isDue(expression, new Date(moment))).toBe(due);
});
