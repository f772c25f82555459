import type { ConversationSummary } from "#contracts/inbox.ts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { type ConversationSearch, conversationsQuery } from "../../api/list-conversations.ts";
import { holdOrder } from "./hold-order.ts";

/** The list as it may be shown: fresh in content, still in order while `held`. */
export function useInbox(search: ConversationSearch, held: boolean) {
  const query = useInfiniteQuery({
    ...conversationsQuery(search),
    placeholderData: keepPreviousData,
  });
  const key = JSON.stringify(search);
  const shown = useRef<{ key: string; order: string[] }>({ key, order: [] });

  const { conversations, waiting } = useMemo(() => {
    const fresh = (query.data?.pages ?? []).flatMap(({ items }) => items);
    const byId = new Map(fresh.map((conversation) => [conversation.id, conversation]));
    const sameList = shown.current.key === key && !query.isPlaceholderData;
    const before = sameList ? shown.current.order : [];
    const { order, waiting } = holdOrder(before, [...byId.keys()], held);
    shown.current = { key, order };
    return {
      conversations: order.flatMap((id): ConversationSummary[] => {
        const one = byId.get(id);
        return one ? [one] : [];
      }),
      waiting,
    };
  }, [query.data, query.isPlaceholderData, key, held]);

  return { query, conversations, waiting };
}
