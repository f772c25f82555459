import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { vi } from "vitest";
import { rows } from "./rows.ts";

/** A busy machine makes nothing wrong, only slow. */
vi.setConfig({ testTimeout: 60_000 });

/** D1, queues and Durable Objects as on the first day; run before each test. */
export const anEmptyHouse = async (): Promise<void> => {
  vi.restoreAllMocks();
  // After an eviction, `reset` of @cloudflare/vitest-plugin 1.5.0 may leave D1 as it was, without a word.
  do await reset();
  while ((await rows("SELECT 1 FROM sqlite_master")).length > 0);
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
};
