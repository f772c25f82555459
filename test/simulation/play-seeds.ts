import { everyPatchApplied } from "./patches.ts";
import { replayLine } from "./replay-line.ts";
import { createRunner, type Verdict } from "./run.ts";

export const openRunner = async () => {
  const { createWorker } = await import("../../worker/index.ts");
  const runner = await createRunner(createWorker);
  everyPatchApplied();
  return runner;
};

/** One seed with its whole log; the exit code says whether the laws held. */
export const playOne = async (seed: number): Promise<number> => {
  const { lines, hash, broken } = await (await openRunner()).run(seed);
  for (const line of lines) console.log(line);
  console.log(`log ${hash}`);
  if (broken) console.log(replayLine(seed, broken));
  return broken ? 1 : 0;
};

/** What a child tells its parent about one seed. */
export type Told = Omit<Verdict, "lines">;

/** Every `stride`-th seed of a range, one line of JSON for each. */
export const playShare = async (share: {
  from: number;
  until: number;
  stride: number;
  twice: boolean;
  untilBroken: boolean;
}): Promise<void> => {
  const runner = await openRunner();
  for (let seed = share.from; seed < share.until; seed += share.stride) {
    const { lines: _, ...told } = await runner.run(seed);
    const again = share.twice ? await runner.run(seed) : null;
    if (again && again.hash !== told.hash)
      told.broken = { law: "the same seed gives the same log", detail: again.hash, step: 0 };
    process.stdout.write(`${JSON.stringify(told satisfies Told)}\n`);
    if (told.broken && share.untilBroken) return;
  }
};
