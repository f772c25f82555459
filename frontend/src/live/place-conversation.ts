import type { ConversationFilter, ConversationSummary } from "#contracts/inbox.ts";
import type { Page } from "#contracts/pages.ts";

type Pages = Page<ConversationSummary>[];

const lastAt = (conversation: ConversationSummary): string =>
  conversation.last_message?.timestamp ?? "";

/** Into a loaded list, newest first; one that lies past what was loaded stays out. */
export function placeConversation(
  pages: Pages,
  fresh: ConversationSummary,
  { filter, q }: { filter: ConversationFilter; q: string },
): Pages {
  const known = pages.some(({ items }) => items.some(({ id }) => id === fresh.id));
  // A search cannot judge a newcomer; the unread list keeps what is being read until it is fetched again.
  const belongs = known || (q === "" && (filter === "all" || fresh.unread_count > 0));
  if (!belongs) return pages;

  const older = ({ items }: Page<ConversationSummary>) =>
    items.findIndex((one) => one.id !== fresh.id && lastAt(one) < lastAt(fresh));
  const target = pages.findIndex((page) => older(page) !== -1);
  const pastTheEnd = target === -1 && pages.at(-1)?.next_cursor !== null;
  return pages.map((page, index) => {
    const items = page.items.filter(({ id }) => id !== fresh.id);
    if (index === target) {
      const at = items.findIndex((one) => lastAt(one) < lastAt(fresh));
      items.splice(at, 0, fresh);
    } else if (target === -1 && !pastTheEnd && index === pages.length - 1) items.push(fresh);
    return { ...page, items };
  });
}

export const removeConversation = (pages: Pages, id: string): Pages =>
  pages.map((page) => ({ ...page, items: page.items.filter((one) => one.id !== id) }));
