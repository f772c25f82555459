// Runs before anything is installed, on the Node the machine happens to have.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const installed = `${root}node_modules/.package-lock.json`;

/**
 * Installs what the lock file says when node_modules is missing or older. Not `npm ci`: that refuses
 * where a registry does not carry the optional packages of other platforms.
 */
export const install = () => {
  const isFresh =
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
  if (isFresh) return;
  console.log("Installing packages (a minute or two the first time) …");
  const { status } = spawnSync("npm", ["install", "--no-save", "--loglevel=error"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status === 0) return;
  console.error("The packages could not be installed; npm says why above.");
  process.exit(1);
};
