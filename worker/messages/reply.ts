import type { z } from "zod";
import type { Message, replyInput } from "#contracts/messages.ts";
import type { Ctx } from "../context/context.ts";
import { isUniqueViolation } from "../db/unique-violation.ts";
import { Problem } from "../http/problem.ts";
import { messageView } from "../inbox/message-view.ts";
import { asAccepted } from "./as-accepted.ts";
import { findMessage } from "./find-message.ts";
import { recipientOfConversation } from "./recipient.ts";
import { send } from "./send.ts";

export type Reply = z.output<typeof replyInput>;

/** An answer in a conversation. The message id is its idempotency key: the same reply twice is one. */
export const reply = async (ctx: Ctx, input: Reply): Promise<Message> => {
  if (input.id) {
    const before = await sentBefore(ctx, input.id, input);
    if (before) return before;
  }
  const id = input.id ?? ctx.newId("msg");
  const recipient = await recipientOfConversation(ctx, input);
  const { content, expected_last_message_id } = input;
  try {
    return await send(ctx, { id, recipient, content, expected_last_message_id });
  } catch (error) {
    const twin = isUniqueViolation(error, "messages.id") ? await sentBefore(ctx, id, input) : null;
    if (!twin) throw error;
    return twin;
  }
};

const sentBefore = async (ctx: Ctx, id: string, input: Reply): Promise<Message | null> => {
  const row = await findMessage(ctx, id).catch((error: unknown) => {
    if (error instanceof Problem) return null;
    throw error;
  });
  if (!row) return null;
  const same = row.direction === "outbound" && row.content === input.content;
  const sameThread = row.conversation_id === input.conversation_id && row.channel === input.channel;
  const samePlace = [undefined, row.contact_point_id].includes(input.contact_point_id);
  if (!same || !sameThread || !samePlace) throw new Problem("idempotency_key_reused");
  return asAccepted(messageView(row));
};
