import { availableParallelism } from "node:os";
import { child } from "./child.ts";
import type { Told } from "./play-seeds.ts";
import { replayLine } from "./replay-line.ts";

/** Plays seeds in one process per core and says how it went; the exit code is 1 when a law broke. */
export const playAll = async (what: {
  from: number;
  seeds: number;
  twice: boolean;
  processes?: number;
}): Promise<number> => {
  const { from, seeds, twice, processes = availableParallelism() } = what;
  const started = performance.now();
  const told: Told[] = [];
  const codes = await Promise.all(
    Array.from({ length: processes }, (_, nth) =>
      child(
        [
          ...["--from", String(from + nth), "--seeds", String(seeds - nth)],
          ...["--stride", String(processes)],
          ...(twice ? ["--twice"] : []),
        ],
        (one) => {
          told.push(one);
          if (one.broken) console.log(replayLine(one.seed, one.broken));
        },
      ),
    ),
  );
  const broken = told.filter((one) => one.broken !== null).length;
  console.log(summary(told, (performance.now() - started) / 1000));
  return broken > 0 || told.length !== seeds || codes.some((code) => code !== 0) ? 1 : 0;
};

const summary = (told: readonly Told[], seconds: number) => {
  const sum = (of: keyof Told["counted"]) =>
    told.reduce((all, { counted }) => all + counted[of], 0);
  const broken = told.filter((one) => one.broken !== null).length;
  const each = (sum("sends") + sum("webhooks")) / Math.max(1, told.length);
  return [
    `${told.length} seeds, ${broken} broken: ${sum("sends")} sends, ${sum("webhooks")} webhooks`,
    `(${each.toFixed(0)} a seed), ${sum("faults")} faults, ${sum("crashes")} crashes,`,
    `${sum("invocations")} handler runs, ${sum("events")} events;`,
    `${seconds.toFixed(0)} s, ${(told.length / seconds).toFixed(1)} seeds/s`,
  ].join(" ");
};
