import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { root, wranglerConfig } from "./project.ts";
import { StopHere } from "./stop-here.ts";

export type Variables = Record<string, string>;

/** Optional secrets, which wrangler.toml can not name. */
export const optionalSecrets = [
  "TWILIO_API_KEY_SID",
  "TWILIO_API_KEY_SECRET",
  "TWILIO_MESSAGING_SERVICE_SID",
] as const;

/** What wrangler.toml itself says. */
export const wranglerVars = (): Variables =>
  Object.fromEntries(
    Object.entries(wranglerConfig().vars).map(([name, value]) => [name, String(value)]),
  );

/** Every variable the Worker reads. */
export const variableNames = (): string[] => {
  const { vars, secrets } = wranglerConfig();
  return [...Object.keys(vars), ...(secrets?.required ?? []), ...optionalSecrets];
};

/** What the developer set: .dev.vars, and above it the environment. An empty value is none. */
export const ownVariables = (
  env: Readonly<Record<string, string | undefined>>,
  path = join(root, ".dev.vars"),
): Variables => {
  const file = existsSync(path) ? readDevVars(readFileSync(path, "utf8")) : {};
  const own: Variables = {};
  for (const name of variableNames()) {
    const value = env[name] || file[name];
    if (value) own[name] = value;
  }
  return own;
};

const readable = /^\s*(#.*|(export\s+)?[A-Za-z_]\w*\s*=.*)?$/;

export const readDevVars = (text: string): Readonly<Record<string, string | undefined>> => {
  const bad = text.split(/\r?\n/).findIndex((line) => !readable.test(line));
  if (bad >= 0) throw new StopHere(`.dev.vars, line ${bad + 1}: expected NAME=value.`);
  return parseEnv(text);
};
