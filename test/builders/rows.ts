import { env } from "cloudflare:workers";

type Value = string | number | null;

/** What a table holds, past the Worker. */
export const rows = async <T = Record<string, Value>>(
  sql: string,
  ...values: Value[]
): Promise<T[]> => {
  const { results } = await env.DB.prepare(sql)
    .bind(...values)
    .all<T>();
  return results;
};

export const count = async (from: string, ...values: Value[]): Promise<number> => {
  const [row] = await rows<{ n: number }>(`SELECT count(*) AS n FROM ${from}`, ...values);
  return row?.n ?? 0;
};

export const run = async (sql: string, ...values: Value[]): Promise<void> => {
  await env.DB.prepare(sql)
    .bind(...values)
    .run();
};

/** Every table that is ours. */
export const tables = async (): Promise<string[]> => {
  const found = await rows<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table'
       AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' AND name NOT GLOB 'd1_*'`,
  );
  return found.map(({ name }) => name);
};

/** How many rows each of our tables holds. */
export const census = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all((await tables()).map(async (name) => [name, await count(name)] as const)),
  );
