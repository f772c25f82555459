import type { Conversation } from "#contracts/inbox.ts";
import type { Message } from "#contracts/messages.ts";
import { mergeMessages } from "./merge-messages.ts";

/** Known messages change where they are; new ones join the newest page, which is the first. */
export function applyMessages(pages: Conversation[], incoming: Message[]): Conversation[] {
  const isIn = (page: Conversation, id: string) =>
    page.messages.some((message) => message.id === id);
  return pages.map((page, index) => {
    const mine = incoming.filter(({ id }) =>
      index === 0 ? !pages.slice(1).some((older) => isIn(older, id)) : isIn(page, id),
    );
    return mine.length === 0 ? page : { ...page, messages: mergeMessages(page.messages, mine) };
  });
}

/** All that was loaded, oldest first. */
export const allMessages = (pages: Conversation[]): Message[] =>
  pages.toReversed().flatMap(({ messages }) => messages);

export const withVersion = (pages: Conversation[], version: number): Conversation[] =>
  pages.map((page, index) => (index === 0 ? { ...page, version } : page));
