import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const practicesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ["practices", q],
    queryFn: ({ pageParam, signal }) =>
      answer(
        rpc.practices.$get(
          { query: { q: q || undefined, cursor: pageParam } },
          { init: { signal } },
        ),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
