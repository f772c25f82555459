import "./register.ts";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    /** Plays one seed and shows everything that happens. */
    seed: { type: "string" },
    /** How many to play, beginning with `from`, spread over the cores. */
    seeds: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
    /** Plays each seed twice and compares the logs. */
    twice: { type: "boolean", default: false },
    /** Plants defects, one after the other, and tells which law finds each. */
    mutants: { type: "boolean", default: false },
    /** Tries every mishap at every call of every handler. */
    points: { type: "boolean", default: false },
    /** Only the mutants whose name holds this. */
    only: { type: "string" },
    /** Only so many of the mutants, spread over the table. */
    sample: { type: "string" },
    /** Ends with the first seed that breaks a law. */
    "until-broken": { type: "boolean", default: false },
    processes: { type: "string" },
    /** What the parent tells its children: play from here on, every so many-th. */
    stride: { type: "string" },
  },
});

const { playOne, playShare } = await import("./play-seeds.ts");
const { playAll } = await import("./play-all.ts");
const { playPoints } = await import("./play-points.ts");
const { playMutants } = await import("./play-mutants.ts");

const from = Number(values.from);
const seeds = Number(values.seeds);
if (values.seed !== undefined) process.exitCode = await playOne(Number(values.seed));
else if (values.stride !== undefined)
  await playShare({
    from,
    until: from + seeds,
    stride: Number(values.stride),
    twice: values.twice,
    untilBroken: values["until-broken"],
  });
else if (values.points) process.exitCode = await playPoints();
else if (values.mutants)
  process.exitCode = await playMutants({
    within: seeds,
    ...(values.only === undefined ? {} : { only: values.only }),
    ...(values.sample === undefined ? {} : { sample: Number(values.sample) }),
  });
else
  process.exitCode = await playAll({
    from,
    seeds,
    twice: values.twice,
    ...(values.processes === undefined ? {} : { processes: Number(values.processes) }),
  });
