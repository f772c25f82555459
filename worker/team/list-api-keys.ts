import type { Page, PageQuery } from "#contracts/pages.ts";
import type { ApiKey } from "#contracts/team.ts";
import type { Ctx } from "../context/context.ts";
import { readCursor } from "../db/cursor.ts";
import { pageFrom } from "../db/page.ts";
import { type Bound, statement } from "../db/statement.ts";
import { type ApiKeyRow, apiKeyColumns, apiKeyView } from "./view.ts";

const list = statement<{ at: Bound; id: Bound; rows: number }>(
  `SELECT ${apiKeyColumns} FROM api_keys
   WHERE revoked_at IS NULL AND (created_at, id) > (:at, :id) ORDER BY created_at, id LIMIT :rows`,
);

/** The keys that have not been revoked, oldest first; never the key itself. */
export const listApiKeys = async (ctx: Ctx, input: PageQuery): Promise<Page<ApiKey>> => {
  const [at = -1, id = ""] = readCursor(input.cursor, 2) ?? [];
  const found = await list(ctx.env.DB, { at, id, rows: input.limit + 1 }).all<ApiKeyRow>();
  return pageFrom(found.results, input.limit, (row) => [row.created_at, row.id], apiKeyView);
};
