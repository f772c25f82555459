import type { z } from "zod";
import type { apiKeyInput, createdApiKey } from "#contracts/team.ts";
import { actorId } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { audit } from "../http/audit.ts";
import { apiKeyFrom, apiKeyStart, hashApiKey } from "./api-key-token.ts";
import { apiKeyView } from "./view.ts";

const day_ms = 86_400_000;

const insert = statement<{
  id: string;
  name: string;
  start: string;
  hash: string;
  role: string;
  created_by: string;
  created_at: number;
  expires_at: number | null;
}>(
  `INSERT INTO api_keys (id, name, start, hash, role, created_by, created_at, expires_at)
   VALUES (:id, :name, :start, :hash, :role, :created_by, :created_at, :expires_at)`,
);

/** Mints a key and answers it, this once; only its hash stays. */
export const createApiKey = async (
  ctx: Ctx,
  input: z.output<typeof apiKeyInput>,
): Promise<z.output<typeof createdApiKey>> => {
  const { name, role, expires_in_days } = input;
  const created_at = ctx.now();
  const key = apiKeyFrom(ctx.randomToken(32));
  const row = {
    id: `key_${ctx.randomToken(16)}`,
    name,
    role,
    start: apiKeyStart(key),
    created_at,
    expires_at: expires_in_days === undefined ? null : created_at + expires_in_days * day_ms,
  };
  const created_by = actorId(ctx.actor) ?? "system";
  await ctx.env.DB.batch([
    insert(ctx.env.DB, { ...row, hash: await hashApiKey(key), created_by }),
    audit(ctx, `key.created.${role}`, row.id),
  ]);
  return { ...apiKeyView(row), key };
};
