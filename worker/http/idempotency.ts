import { actorId } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { sha256 } from "../context/hash.ts";
import { statement } from "../db/statement.ts";
import { isUniqueViolation } from "../db/unique-violation.ts";
import { Problem } from "./problem.ts";

/** How long a key is remembered. */
export const keysLive_ms = 24 * 60 * 60 * 1000;

const find = statement<{ actor: string; key: string }>(
  `SELECT request_hash, resource_id FROM idempotency_keys WHERE actor_id = :actor AND key = :key`,
);

const insert = statement<{
  actor: string;
  key: string;
  hash: string;
  resource: string;
  at: number;
}>(
  `INSERT INTO idempotency_keys (actor_id, key, request_hash, resource_id, at)
   VALUES (:actor, :key, :hash, :resource, :at)`,
);

export const forgetOldKeys = statement<{ before: number }>(
  `DELETE FROM idempotency_keys WHERE at < :before`,
);

/**
 * Runs `make` once per key. `remember` goes into the batch that makes the resource; whoever comes
 * again with the key, or at the same moment, gets what the first one made. Another body with the
 * same key is 422.
 */
export const once = async <T>(
  ctx: Ctx,
  request: { key: string | undefined; body: unknown },
  again: (resourceId: string) => Promise<T>,
  make: (remember: (resourceId: string) => D1PreparedStatement[]) => Promise<T>,
): Promise<T> => {
  const { key } = request;
  if (key === undefined) return make(() => []);
  const db = ctx.env.DB;
  const actor = actorId(ctx.actor) ?? "system";
  const hash = await sha256(JSON.stringify(request.body));

  const madeBefore = async (): Promise<T | null> => {
    const row = await find(db, { actor, key }).first<{
      request_hash: string;
      resource_id: string;
    }>();
    if (!row) return null;
    if (row.request_hash !== hash) throw new Problem("idempotency_key_reused");
    return again(row.resource_id);
  };

  const before = await madeBefore();
  if (before !== null) return before;
  try {
    return await make((resource) => [insert(db, { actor, key, hash, resource, at: ctx.now() })]);
  } catch (error) {
    const twin = isUniqueViolation(error, "idempotency_keys") ? await madeBefore() : null;
    if (twin === null) throw error;
    return twin;
  }
};
