import type { z } from "zod";
import type { Me, meChange } from "#contracts/team.ts";
import type { Ctx } from "../context/context.ts";
import { type Bound, statement } from "../db/statement.ts";
import { audit } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { type MemberRow, meView, memberColumns } from "./view.ts";

const update = statement<{ id: string; name: Bound; locale: Bound; now: number }>(
  `UPDATE members SET
     name = coalesce(:name, name), locale = coalesce(:locale, locale), updated_at = :now
   WHERE id = :id RETURNING ${memberColumns}`,
);

/** Changes the name or language of the member who asks; a key has neither. */
export const changeMe = async (ctx: Ctx, input: z.output<typeof meChange>): Promise<Me> => {
  if (ctx.actor.kind !== "member") throw new Problem("forbidden");
  const { id } = ctx.actor;
  const { name = null, locale = null } = input;
  const [changed] = await ctx.env.DB.batch<MemberRow>([
    update(ctx.env.DB, { id, name, locale, now: ctx.now() }),
    audit(ctx, "member.profile", id),
  ]);
  const row = changed?.results[0];
  if (!row) throw new Problem("unauthenticated");
  return meView(row);
};
