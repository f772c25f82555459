import type { z } from "zod";
import type { Message, retryInput } from "#contracts/messages.ts";
import type { Ctx } from "../context/context.ts";
import { isUniqueViolation } from "../db/unique-violation.ts";
import { Problem } from "../http/problem.ts";
import { type MessageRow, messageView } from "../inbox/message-view.ts";
import { findMessage } from "./find-message.ts";
import { recipientOfConversation } from "./recipient.ts";
import { send } from "./send.ts";
import { isRetryable } from "./status.ts";

export type Retry = z.output<typeof retryInput> & { message_id: string };

/**
 * Sends a message that did not arrive again, as a new message; the old one stays as it is.
 * An `unknown` one may have arrived, so that takes a yes. A second click gets the first one's message.
 */
export const retry = async (ctx: Ctx, input: Retry): Promise<Message> => {
  const old = await findMessage(ctx, input.message_id);
  if (old.retried_by !== null) return successor(ctx, old.retried_by);
  if (old.direction !== "outbound" || !isRetryable(old.status)) throw new Problem("not_retryable");
  if (old.status === "unknown" && !input.accept_possible_duplicate)
    throw new Problem("confirm_possible_duplicate");
  const recipient = await recipientOfConversation(ctx, {
    conversation_id: old.conversation_id,
    channel: old.channel,
    contact_point_id: old.contact_point_id ?? undefined,
  });
  try {
    const id = ctx.newId("msg");
    return await send(ctx, { id, recipient, content: old.content, retry_of: old.id });
  } catch (error) {
    if (!isUniqueViolation(error, "messages.retry_of")) throw error;
    return successor(ctx, (await findMessage(ctx, old.id)).retried_by);
  }
};

const successor = async (ctx: Ctx, id: MessageRow["retried_by"]): Promise<Message> => {
  if (id === null) throw new Problem("message_not_found");
  return messageView(await findMessage(ctx, id));
};
