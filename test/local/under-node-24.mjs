// Runs before anything is installed, on the Node the machine happens to have.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { install } from "./install.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a TypeScript file beside this one under the Node that package.json pins, with its packages. */
export const underNode24 = (script) => {
  install();
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(`${root}node_modules/.bin/node`, [path, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
};
