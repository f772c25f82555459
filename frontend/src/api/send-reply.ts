import type { replyInput } from "#contracts/messages.ts";
import type { input } from "zod";
import { answer, rpc } from "./client.ts";

export type ReplyInput = input<typeof replyInput>;

/** The message id is the idempotency key: repeating it never sends twice. */
export const sendReply = (reply: ReplyInput) => answer(rpc.inbox.reply.$post({ json: reply }));
