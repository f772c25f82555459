import { availableParallelism } from "node:os";
import { child } from "./child.ts";
import { type Mutant, mutants } from "./mutants.ts";
import type { Told } from "./play-seeds.ts";
import { unplayed } from "./violation.ts";

type Found = { defect: string; law: string | null; seed: number | null; planted: boolean };

/** Plants every defect in turn and prints which law finds it, and in which seed; 1 when one is not. */
export const playMutants = async (what: {
  within: number;
  only?: string;
  sample?: number;
}): Promise<number> => {
  const { within, only, sample } = what;
  const named = mutants.filter(
    ({ defect }) => only === undefined || only.split("|").some((part) => defect.includes(part)),
  );
  const every = Math.max(1, Math.floor(named.length / (sample ?? named.length)));
  const waiting = named.filter((_, nth) => nth % every === 0).slice(0, sample ?? named.length);
  const found: Found[] = [];
  const width = Math.max(...waiting.map(({ defect }) => defect.length));
  const queue = waiting.values();
  const worker = async () => {
    for (const mutant of queue) {
      const one = await findingOf(mutant, within);
      found.push(one);
      console.log(
        `${one.defect.padEnd(width)}  ${one.law ?? (one.planted ? "NOT FOUND" : "NO LONGER APPLIES")} · ${one.seed ?? "—"}`,
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const missed = found.filter(({ law }) => law === null).length;
  console.log(`${found.length - missed} of ${found.length} planted defects found`);
  return missed > 0 ? 1 : 0;
};

const findingOf = async ({ defect }: Mutant, within: number): Promise<Found> => {
  const all: Told[] = [];
  const code = await child(
    ["--from", "1", "--seeds", String(within), "--stride", "1", "--until-broken"],
    (told) => void all.push(told),
    { MUTANT: defect },
  );
  const last = all.at(-1);
  if (code !== 0) return { defect, law: null, seed: null, planted: false };
  // A seed that could not be played has found nothing.
  if (!last?.broken || last.broken.law === unplayed)
    return { defect, law: null, seed: null, planted: true };
  return { defect, law: last.broken.law, seed: last.seed, planted: true };
};
