import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { D1Database } from "@cloudflare/workers-types";
import { getPlatformProxy } from "wrangler";
import { runToEnd } from "./child.ts";
import { root, wrangler, wranglerConfig, wranglerEnv } from "./project.ts";

export const migrate = (stateDir: string, signal?: AbortSignal): Promise<void> =>
  runToEnd(
    {
      name: "Migrating the database",
      command: wrangler("d1", "migrations", "apply", "DB", "--local", "--persist-to", stateDir),
      cwd: root,
      env: { ...process.env, ...wranglerEnv(stateDir) },
    },
    signal,
  );

/** The local D1, also while a Worker is using it. */
export const withDatabase = async <T>(
  stateDir: string,
  use: (db: D1Database) => Promise<T>,
): Promise<T> => {
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({
    configPath: databaseAlone(stateDir),
    persist: { path: join(stateDir, "v3") },
    envFiles: [],
  });
  try {
    return await use(env.DB);
  } finally {
    await dispose();
  }
};

/** wrangler.toml without all that needs the Worker's code. */
const databaseAlone = (stateDir: string): string => {
  const { compatibility_date, d1_databases } = wranglerConfig();
  const path = join(stateDir, "database.json");
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(path, JSON.stringify({ name: "database", compatibility_date, d1_databases }));
  return path;
};
