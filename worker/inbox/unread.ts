import type { Ctx } from "../context/context.ts";
import { readUnread } from "./statements.ts";

/** How many messages nobody in the team has read. */
export const countUnread = async (ctx: Ctx): Promise<{ unread_count: number }> => {
  const row = await readUnread(ctx.env.DB, {}).first<{ unread: number }>();
  return { unread_count: row?.unread ?? 0 };
};
