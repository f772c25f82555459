import type { D1Database } from "@cloudflare/workers-types";
import { demoStatements } from "./demo/demo-statements.ts";

/** Fills an empty database; leaves every other one alone. */
export const fillDemo = async (db: D1Database, now: number, pepper: string): Promise<void> => {
  if ((await db.prepare("SELECT id FROM practices LIMIT 1").first()) !== null) return;
  const statements = await demoStatements(now, pepper);
  await db.batch(statements.map(({ sql, rows }) => db.prepare(sql).bind(rows)));
};
