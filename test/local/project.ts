import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { unstable_readConfig } from "wrangler";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** wrangler.toml: the crons, the database, the names of vars and secrets. */
export const wranglerConfig = () => unstable_readConfig({ config: join(root, "wrangler.toml") });

export type Command = readonly [string, ...string[]];

const require = createRequire(import.meta.url);

/** Wrangler under this very Node, without a shell or npx in between. */
export const wrangler = (...args: string[]): Command => [
  process.execPath,
  join(dirname(require.resolve("wrangler/package.json")), "bin/wrangler.js"),
  ...args,
];

/** To be run in frontend/, where its config is. */
export const vite = (...args: string[]): Command => [
  process.execPath,
  join(dirname(require.resolve("vite/package.json")), "bin/vite.js"),
  ...args,
];

/** Where the wranglers of one system find each other. */
export const registryOf = (stateDir: string): string => join(stateDir, "registry");

/** What every wrangler on this machine should hear: stay quiet, stay apart from other projects. */
export const wranglerEnv = (stateDir: string): Record<string, string> => ({
  WRANGLER_REGISTRY_PATH: registryOf(stateDir),
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
});
