import type { z } from "zod";
import type {
  ConversationFilter,
  conversationQuery,
  ConversationSummary,
} from "#contracts/inbox.ts";
import type { Page } from "#contracts/pages.ts";
import type { Ctx } from "../context/context.ts";
import { readCursor } from "../db/cursor.ts";
import { pageFrom } from "../db/page.ts";
import { statement } from "../db/statement.ts";
import { searchTerms } from "../practices/search-terms.ts";
import { type SummaryRow, summarySelect, summaryView } from "./view.ts";

type Keyset = { before_at: number; before_id: string; limit: number };

const newestFirst = `c.merged_into IS NULL AND (c.last_message_at, c.id) < (:before_at, :before_id)
  ORDER BY c.last_message_at DESC, c.id DESC LIMIT :limit`;

const lists = {
  all: statement<Keyset>(`${summarySelect} WHERE ${newestFirst}`),
  unread: statement<Keyset>(`${summarySelect} WHERE c.unread_count > 0 AND ${newestFirst}`),
} satisfies Record<ConversationFilter, unknown>;

/** A name or number nobody types in full matches few practices; more than these are not ranked through. */
const mostFound = 200;

const found = statement<Keyset & { terms: string; found: number; unread_only: number }>(
  `${summarySelect}
   WHERE c.practice_id IN (
       SELECT rowid FROM practice_search WHERE practice_search MATCH :terms LIMIT :found)
     AND c.practice_id IS NOT NULL AND (:unread_only = 0 OR c.unread_count > 0) AND ${newestFirst}`,
);

/** Conversations, most recently active first. */
export const listConversations = async (
  ctx: Ctx,
  input: z.output<typeof conversationQuery>,
): Promise<Page<ConversationSummary>> => {
  const { filter, limit, q } = input;
  const [at, id] = readCursor(input.cursor, 2) ?? [];
  const keyset: Keyset = {
    before_at: at === undefined ? Number.MAX_SAFE_INTEGER : Number(at),
    before_id: String(id ?? ""),
    limit: limit + 1,
  };
  const terms = searchTerms(q);
  const query =
    terms === null
      ? lists[filter](ctx.env.DB, keyset)
      : found(ctx.env.DB, {
          ...keyset,
          terms,
          found: mostFound,
          unread_only: Number(filter === "unread"),
        });
  const { results } = await query.all<SummaryRow>();
  return pageFrom(results, limit, (row) => [row.last_message_at, row.id], summaryView);
};
