import type { Page, PageQuery } from "#contracts/pages.ts";
import type { AuditEntry } from "#contracts/team.ts";
import type { Ctx } from "../context/context.ts";
import { readCursor } from "../db/cursor.ts";
import { pageFrom } from "../db/page.ts";
import { type Bound, statement } from "../db/statement.ts";
import { type AuditRow, auditView } from "./view.ts";

const list = statement<{ before: Bound; rows: number }>(
  `SELECT seq, id, at, actor_kind, actor_id, action, subject FROM audit_log
   WHERE seq < :before ORDER BY seq DESC LIMIT :rows`,
);

/** Who did what, newest first. */
export const listAudit = async (ctx: Ctx, input: PageQuery): Promise<Page<AuditEntry>> => {
  const [before = Number.MAX_SAFE_INTEGER] = readCursor(input.cursor, 1) ?? [];
  const found = await list(ctx.env.DB, { before, rows: input.limit + 1 }).all<AuditRow>();
  return pageFrom(found.results, input.limit, (row) => [row.seq], auditView);
};
