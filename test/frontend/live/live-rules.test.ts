import { describe, expect, it } from "vitest";
import { backoff } from "../../../frontend/src/live/backoff.ts";
import { versionStep } from "../../../frontend/src/live/version-step.ts";

describe("staying live", () => {
  it.each([
    [5, 5, "stale"],
    [5, 4, "stale"],
    [5, 6, "next"],
    [5, 7, "gap"],
  ])("knowing version %i, a frame of version %i is %s", (known, incoming, step) => {
    expect(versionStep(known, incoming)).toBe(step);
  });

  it("waits twice as long each time, up to half a minute, never less than half of that", () => {
    expect([0, 1, 2, 20].map((attempt) => [backoff(attempt, 0), backoff(attempt, 1)])).toEqual([
      [250, 500],
      [500, 1_000],
      [1_000, 2_000],
      [15_000, 30_000],
    ]);
  });
});
