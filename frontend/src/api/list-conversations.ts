import type { ConversationFilter, ConversationSummary } from "#contracts/inbox.ts";
import type { Page } from "#contracts/pages.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { firstPage } from "./first-page.ts";

export interface ConversationSearch {
  filter: ConversationFilter;
  q: string;
}

export const conversationsQuery = (search: ConversationSearch) =>
  infiniteQueryOptions({
    queryKey: ["conversations", search],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ConversationSummary>>("/api/inbox/conversations", {
        query: { ...search, cursor: pageParam },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
