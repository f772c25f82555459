import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { Problem } from "../http/problem.ts";
import { type MessageRow, messageSelect } from "../inbox/message-view.ts";

const select = statement<{ id: string }>(`${messageSelect} WHERE m.id = :id`);

/** The message with this id; 404 `message_not_found`. */
export const findMessage = async (ctx: Ctx, id: string): Promise<MessageRow> => {
  const row = await select(ctx.env.DB, { id }).first<MessageRow>();
  if (!row) throw new Problem("message_not_found");
  return row;
};
