import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Command, root } from "./project.ts";

export type Step = { name: string; command: Command };
export type Count = { passed: number; failed: number };

/** A tool that package.json pins, under this very Node. */
export const tool = (name: string, ...args: string[]): Command => [
  process.execPath,
  join(root, "node_modules/.bin", name),
  ...args,
];

/** Runs a step and tells how it went and how long it took; its output only when it failed. */
export const runStep = async ({ name, command }: Step): Promise<Count> => {
  const { code, printed, seconds } = await run(command, "pipe");
  console.log(`${code === 0 ? "✓" : "✗"} ${name.padEnd(14)} ${seconds} s`);
  if (code === 0) return { passed: 1, failed: 0 };
  console.log(printed.trim());
  return { passed: 0, failed: 1 };
};

/** As many at a time as there are cores. */
export const runSteps = async (steps: readonly Step[]): Promise<Count> => {
  const waiting = [...steps];
  const counts: Count[] = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) counts.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return sum(counts);
};

export const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

export const run = async (command: Command, output: "pipe" | "inherit") => {
  const started = performance.now();
  const [file, ...args] = command;
  const child = spawn(file, args, { cwd: root, stdio: ["ignore", output, output] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const code = await new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (exit) => resolve(exit ?? 1));
  });
  return { code, printed, seconds: ((performance.now() - started) / 1000).toFixed(1) };
};
