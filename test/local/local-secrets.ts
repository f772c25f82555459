import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const secrets = z.object({ PEPPER: z.string(), AUTH_SECRET: z.string() });
export type LocalSecrets = z.output<typeof secrets>;

/** Made once and kept with the data, so that sessions and opt-outs outlive a restart. */
export const localSecrets = (stateDir: string): LocalSecrets => {
  const path = join(stateDir, "secrets.json");
  if (!existsSync(path)) {
    mkdirSync(stateDir, { recursive: true });
    const made: LocalSecrets = { PEPPER: random(), AUTH_SECRET: random() };
    writeFileSync(path, JSON.stringify(made), { mode: 0o600 });
  }
  return secrets.parse(JSON.parse(readFileSync(path, "utf8")));
};

const random = () => randomBytes(32).toString("base64");
