import type { Ctx } from "../context/context.ts";
import { rowsOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { publish } from "../live/publish.ts";
import { type MessageRow, messageSelect, messageView } from "./message-view.ts";
import { readUnread, unreadIn } from "./statements.ts";
import { type SummaryRow, summarySelect, summaryView } from "./view.ts";

/** What screens need to know about some messages and their conversations. */
export type News = { messages: MessageRow[]; conversations: SummaryRow[]; unread: number };

const selectMessages = statement<{ ids: string }>(
  `${messageSelect} WHERE m.id IN (SELECT value FROM json_each(:ids))`,
);

const selectConversations = statement<{ ids: string }>(
  `${summarySelect} WHERE c.id IN (
     SELECT conversation_id FROM messages WHERE id IN (SELECT value FROM json_each(:ids)))`,
);

/** Three reads to end a batch with, so that a change and its news are one round trip. */
export const newsStatements = (db: D1Database, messageIds: readonly string[]) => {
  const ids = JSON.stringify(messageIds);
  return [selectMessages(db, { ids }), selectConversations(db, { ids }), readUnread(db, {})];
};

/** The results of `newsStatements`, which must be the last three of the batch. */
export const newsOf = (results: readonly D1Result[]): News => {
  const [messages, conversations, counter] = results.slice(-3);
  return {
    messages: rowsOf<MessageRow>(messages),
    conversations: rowsOf<SummaryRow>(conversations),
    unread: unreadIn(counter),
  };
};

/** Reads how these messages stand and puts that on every open screen. */
export const announceMessages = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await announce(ctx, newsOf(await ctx.env.DB.batch(newsStatements(ctx.env.DB, ids))));
};

/** Puts the news on every open screen. */
export const announce = async (ctx: Ctx, news: News): Promise<void> => {
  await Promise.all(
    news.conversations.map((conversation) =>
      publish(ctx, {
        inbox: {
          type: "conversation",
          conversation: summaryView(conversation),
          unread_count: news.unread,
        },
        conversation: {
          type: "messages",
          conversation_id: conversation.id,
          version: conversation.version,
          messages: news.messages
            .filter((message) => message.conversation_id === conversation.id)
            .map(messageView),
        },
      }),
    ),
  );
};
