import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Told } from "./play-seeds.ts";

const main = fileURLToPath(import.meta.resolve("./main.ts"));

/** A process that plays seeds and tells of each; ends with its exit code. */
export const child = (
  args: readonly string[],
  tell: (told: Told) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<number> =>
  new Promise((resolve) => {
    const spawned = spawn(process.execPath, ["--no-warnings", main, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ...env },
    });
    // Our own lines, written by playShare.
    createInterface(spawned.stdout).on("line", (line) => tell(JSON.parse(line) as Told));
    spawned.on("close", (code) => resolve(code ?? 1));
  });
