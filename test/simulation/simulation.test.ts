import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { regressions } from "./regressions.ts";

const main = fileURLToPath(import.meta.resolve("./main.ts"));

/** Plain Node plays faster than a test runner does, so the seeds play there. */
const play = async (...args: string[]): Promise<string> => {
  const child = promisify(execFile)(process.execPath, ["--no-warnings", main, ...args], {
    maxBuffer: 64 * 1024 * 1024,
  });
  // A broken law is an exit code; what it says is what the test shows.
  const { stdout } = await child.catch((failed: { stdout: string; stderr: string }) => ({
    stdout: failed.stdout + failed.stderr,
  }));
  return stdout;
};

const minutes = (count: number) => count * 60_000;

describe("the simulation", () => {
  it(
    "loses nothing and sends nothing twice, in a thousand seeds",
    { timeout: minutes(15) },
    async () => {
      expect(await play("--seeds", "1000")).toMatch(/^1000 seeds, 0 broken: /);
    },
  );

  it("plays the same seed the same way, event for event", { timeout: minutes(5) }, async () => {
    expect(await play("--seeds", "40", "--from", "500000", "--twice")).toMatch(
      /^40 seeds, 0 broken: /,
    );
  });

  it(
    "plays a seed in the log of another process the same way",
    { timeout: minutes(2) },
    async () => {
      const [one, other] = await Promise.all([play("--seed", "7"), play("--seed", "7")]);
      expect(one.split("\n").length).toBeGreaterThan(50);
      expect(other).toBe(one);
    },
  );

  it.each(regressions)(
    "still holds in seed $seed: $found",
    { timeout: minutes(2) },
    async ({ seed }) => {
      expect(await play("--seed", String(seed))).not.toContain("SIM seed=");
    },
  );
});

// A few that every run finds early; `npm run simulate -- --mutants` plants them all.
const plain = [
  "no claim",
  "sweep resends",
  "blind retry",
  "unread counted twice",
  "last write wins",
  "opt-out outside the batch",
];

describe("the laws", () => {
  it("find planted defects", { timeout: minutes(10) }, async () => {
    const table = await play("--mutants", "--only", plain.join("|"), "--seeds", "400");
    expect(table).toMatch(/(\d+) of \1 planted defects found/);
  });
});
