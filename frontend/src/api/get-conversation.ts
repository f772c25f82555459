import type { Conversation } from "#contracts/inbox.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { firstPage } from "./first-page.ts";

/** The first page is the newest; each next one lies before it. */
export const conversationQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["conversation", id],
    queryFn: ({ pageParam, signal }) =>
      api.get<Conversation>(`/api/inbox/conversation/${id}`, {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
