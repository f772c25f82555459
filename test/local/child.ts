import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Command } from "./project.ts";
import { StopHere } from "./stop-here.ts";

export type Child = {
  /** Settles when the process is gone, with what to tell the reader if nobody stopped it. */
  gone: Promise<StopHere>;
  stop(): Promise<void>;
  /** As a crash would: at once, and without a word. */
  kill(): Promise<void>;
};

type Start = {
  name: string;
  command: Command;
  cwd: string;
  env: Record<string, string | undefined>;
  log: string;
};

const patience_ms = 5_000;

/** Starts a process in a group of its own, so that stopping it takes its children along. */
export const startChild = ({ name, command, cwd, env, log }: Start): Child => {
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, "w");
  const [file, ...args] = command;
  const child = spawn(file, args, {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const gone = new Promise<StopHere>((resolve) => {
    child.once("error", (error) =>
      resolve(new StopHere(`${name} did not start: ${error.message}`)),
    );
    child.once("exit", () => resolve(new StopHere(`${name} stopped.\n${tail(log)}`)));
  });
  const signalGroup = (signal: NodeJS.Signals) => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  return {
    gone,
    stop: async () => {
      const lastWord = setTimeout(() => signalGroup("SIGKILL"), patience_ms);
      signalGroup("SIGTERM");
      await gone;
      clearTimeout(lastWord);
      // The leader is gone; whoever it left behind goes too.
      signalGroup("SIGKILL");
    },
    kill: async () => {
      signalGroup("SIGKILL");
      await gone;
    },
  };
};

/** Runs a command to its end; what it printed is shown only when it fails. */
export const runToEnd = async (start: Omit<Start, "log">, signal?: AbortSignal): Promise<void> => {
  const [file, ...args] = start.command;
  const child = spawn(file, args, {
    cwd: start.cwd,
    env: start.env,
    stdio: ["ignore", "pipe", "pipe"],
    signal,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (printed += text));
  const code = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  if (code !== 0) throw new StopHere(`${start.name} failed.\n${firstLines(printed)}`);
};

const firstLines = (text: string) => text.trim().split("\n").slice(0, 30).join("\n");

const tail = (path: string) =>
  `Its last words, of ${path}:\n${readFileSync(path, "utf8").trim().split("\n").slice(-20).join("\n")}`;
