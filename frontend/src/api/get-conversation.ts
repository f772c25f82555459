import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { firstPage } from "./first-page.ts";

/** The first page is the newest; each next one lies before it. */
export const conversationQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["conversation", id],
    queryFn: ({ pageParam, signal }) =>
      answer(
        rpc.inbox.conversation[":id"].$get(
          { param: { id }, query: { cursor: pageParam } },
          { init: { signal } },
        ),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
