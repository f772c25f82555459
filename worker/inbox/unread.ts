import type { Ctx } from "../context/context.ts";
import { readUnread, unreadIn } from "./statements.ts";

/** How many messages nobody in the team has read. */
export const countUnread = async (ctx: Ctx): Promise<{ unread_count: number }> => {
  return { unread_count: unreadIn(await readUnread(ctx.env.DB, {}).all()) };
};
