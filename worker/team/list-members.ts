import type { Page, PageQuery } from "#contracts/pages.ts";
import type { Member } from "#contracts/team.ts";
import type { Ctx } from "../context/context.ts";
import { readCursor } from "../db/cursor.ts";
import { pageFrom } from "../db/page.ts";
import { type Bound, statement } from "../db/statement.ts";
import { type MemberRow, memberColumns, memberView } from "./view.ts";

const list = statement<{ at: Bound; id: Bound; rows: number }>(
  `SELECT ${memberColumns} FROM members
   WHERE (created_at, id) > (:at, :id) ORDER BY created_at, id LIMIT :rows`,
);

/** The team, oldest member first. */
export const listMembers = async (ctx: Ctx, input: PageQuery): Promise<Page<Member>> => {
  const [at = -1, id = ""] = readCursor(input.cursor, 2) ?? [];
  const found = await list(ctx.env.DB, { at, id, rows: input.limit + 1 }).all<MemberRow>();
  return pageFrom(found.results, input.limit, (row) => [row.created_at, row.id], memberView);
};
