import { execFileSync } from "node:child_process";
import type { Verdict } from "./run.ts";

const commit = () => {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

/** The one line that replays a failing seed. */
export const replayLine = (seed: number, broken: NonNullable<Verdict["broken"]>): string =>
  `SIM seed=${seed} commit=${commit()} law="${broken.law}" step=${broken.step} (${broken.detail})  → npm run simulate -- --seed ${seed}`;
