import { join } from "node:path";
import { banner } from "./banner.ts";
import { launch } from "./launch.ts";
import { ownVariables } from "./own-variables.ts";
import { portsOf } from "./ports.ts";
import { root } from "./project.ts";
import { StopHere } from "./stop-here.ts";

/** Starts everything, shows how to get in, and waits for Ctrl-C or for a part that breaks. */
export const runUntilStopped = async (app: "built" | "vite"): Promise<void> => {
  const wish = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => wish.abort());
  const stopWished = new Promise<undefined>((resolve) => {
    wish.signal.addEventListener("abort", () => resolve(undefined));
  });
  try {
    const system = await launch({
      ports: portsOf(process.env),
      stateDir: process.env["STATE_DIR"] ?? join(root, ".wrangler/local"),
      own: ownVariables(process.env, process.env["DEV_VARS"]),
      fresh: process.argv.includes("--fresh"),
      app,
      say: console.log,
      signal: wish.signal,
    });
    console.log(banner(system, await system.signInLink()));
    const failure = await Promise.race([stopWished, system.broken]);
    console.log("\nStopping …");
    await system.stop();
    if (failure) throw failure;
  } catch (error) {
    if (wish.signal.aborted) process.exit(0);
    if (!(error instanceof StopHere)) throw error;
    console.error(error.message);
    process.exit(1);
  }
  process.exit(0);
};
