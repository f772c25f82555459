import type { ConversationFilter } from "#contracts/inbox.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { firstPage } from "./first-page.ts";

export interface ConversationSearch {
  filter: ConversationFilter;
  q: string;
}

export const conversationsQuery = ({ filter, q }: ConversationSearch) =>
  infiniteQueryOptions({
    queryKey: ["conversations", { filter, q }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        rpc.inbox.conversations.$get(
          { query: { filter, q: q || undefined, cursor: pageParam } },
          { init: { signal } },
        ),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
