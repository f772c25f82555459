import type { Message } from "#contracts/messages.ts";
import { actorId } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { deepestMessage } from "../db/unique-violation.ts";
import { statement } from "../db/statement.ts";
import { audit } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { announce, newsOf, newsStatements } from "../inbox/announce.ts";
import { messageView } from "../inbox/message-view.ts";
import { openPracticeConversation, touchConversation } from "../inbox/statements.ts";
import { asAccepted } from "./as-accepted.ts";
import { deliver } from "./deliver.ts";
import type { Recipient } from "./recipient.ts";

/** A message to send, its recipient resolved and allowed. */
export type Draft = {
  id: string;
  recipient: Recipient;
  content: string;
  retry_of?: string;
  /** The last message the author saw; another one since stops the send. */
  expected_last_message_id?: string | undefined;
  /** Goes into the same batch, such as the idempotency key. */
  alongside?: D1PreparedStatement[];
};

type Insert = {
  id: string;
  conversation: string | null;
  practice: number | null;
  expected: string | null;
  contact_point: string;
  channel: string;
  author_kind: string;
  author: string | null;
  content: string;
  address: string;
  hash: string;
  sender: string;
  at: number;
  retry_of: string | null;
};

/** SQL: the conversation given, or the practice's. */
const conversation = `coalesce(:conversation, (SELECT id FROM conversations
  WHERE practice_id = :practice AND practice_id IS NOT NULL AND merged_into IS NULL))`;

// Where the precondition fails the conversation is NULL, which the column refuses: nothing is written.
const insertOutbound = statement<Insert>(
  `INSERT INTO messages (id, conversation_id, contact_point_id, channel, direction, status, purpose,
     author_kind, author_id, content, address, address_hash, sender_address, at, due_at, retry_of)
   VALUES (:id,
     (SELECT id FROM conversations
      WHERE id = ${conversation}
        AND merged_into IS NULL AND (:expected IS NULL OR last_message_id IS :expected)
        AND EXISTS (SELECT 1 FROM contact_points cp WHERE cp.id = :contact_point AND (
          cp.practice_id = conversations.practice_id OR cp.id = conversations.contact_point_id))),
     :contact_point, :channel, 'outbound', 'queued', 'service', :author_kind, :author, :content,
     :address, :hash, :sender,
     max(:at, coalesce((SELECT last_message_at FROM conversations WHERE id = ${conversation}), 0)),
     :at, :retry_of)`,
);

/** Stores the message as queued in one batch and starts its delivery; the caller answers 202 meanwhile. */
export const send = async (ctx: Ctx, draft: Draft): Promise<Message> => {
  const message = await store(ctx, draft);
  ctx.after(deliver(ctx, [message.id]));
  return message;
};

const store = async (ctx: Ctx, draft: Draft): Promise<Message> => {
  const db = ctx.env.DB;
  const row = insertOf(ctx, draft);
  const { practice_id } = draft.recipient;
  const opening =
    practice_id === null
      ? []
      : [
          openPracticeConversation(db, {
            id: ctx.newId("conv"),
            practice: practice_id,
            at: row.at,
          }),
        ];
  try {
    const results = await db.batch([
      ...opening,
      insertOutbound(db, row),
      touchConversation(db, { message: draft.id, unread: 0 }),
      audit(ctx, "message.send", draft.id),
      ...(draft.alongside ?? []),
      ...newsStatements(db, [draft.id]),
    ]);
    const news = newsOf(results);
    const [stored] = news.messages;
    if (!stored) throw new Error("the stored message was not read back");
    ctx.after(announce(ctx, news));
    return asAccepted(messageView(stored));
  } catch (error) {
    const failed = deepestMessage(error);
    if (failed.includes("NOT NULL constraint failed: messages.conversation_id"))
      throw new Problem("stale_conversation");
    throw error;
  }
};

const insertOf = (ctx: Ctx, draft: Draft): Insert => {
  const { recipient } = draft;
  return {
    id: draft.id,
    conversation: recipient.conversation_id,
    practice: recipient.practice_id,
    expected: draft.expected_last_message_id ?? null,
    contact_point: recipient.contact_point_id,
    channel: recipient.channel,
    author_kind: ctx.actor.kind,
    author: actorId(ctx.actor),
    content: draft.content,
    address: recipient.address,
    hash: recipient.address_hash,
    sender: recipient.sender_address,
    at: ctx.now(),
    retry_of: draft.retry_of ?? null,
  };
};
