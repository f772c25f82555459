import type { Me } from "#contracts/team.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { Problem } from "../http/problem.ts";
import { type MemberRow, meView, memberColumns } from "./view.ts";

const byId = statement<{ id: string }>(`SELECT ${memberColumns} FROM members WHERE id = :id`);

/** Who is asking. */
export const readMe = async (ctx: Ctx): Promise<Me> => {
  const { actor } = ctx;
  if (actor.kind === "system") throw new Problem("unauthenticated");
  if (actor.kind === "key") return { ...actor, email: null, locale: null };
  const row = await byId(ctx.env.DB, { id: actor.id }).first<MemberRow>();
  if (!row) throw new Problem("unauthenticated");
  return meView(row);
};
