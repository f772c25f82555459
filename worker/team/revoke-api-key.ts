import type { z } from "zod";
import type { revokedApiKey } from "#contracts/team.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { audit } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { disconnect } from "./live-sockets.ts";
import { toTime } from "./view.ts";

const exists = statement<{ id: string }>(`SELECT 1 FROM api_keys WHERE id = :id`);

const revoke = statement<{ id: string; now: number }>(
  `UPDATE api_keys SET revoked_at = coalesce(revoked_at, :now) WHERE id = :id RETURNING revoked_at`,
);

/** Ends a key at once, its sockets included; doing it again changes nothing. */
export const revokeApiKey = async (
  ctx: Ctx,
  input: { id: string },
): Promise<z.output<typeof revokedApiKey>> => {
  const { id } = input;
  if (!(await exists(ctx.env.DB, { id }).first())) throw new Problem("not_found");
  const now = ctx.now();
  const [revoked] = await ctx.env.DB.batch<{ revoked_at: number }>([
    revoke(ctx.env.DB, { id, now }),
    audit(ctx, "key.revoked", id),
  ]);
  await disconnect(ctx, { actorId: id });
  return { id, revoked_at: toTime(revoked?.results[0]?.revoked_at ?? now) };
};
