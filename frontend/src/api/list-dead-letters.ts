import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const deadLettersQuery = infiniteQueryOptions({
  queryKey: ["dead-letters"],
  queryFn: ({ pageParam, signal }) =>
    answer(rpc["dead-letters"].$get({ query: { cursor: pageParam } }, { init: { signal } })),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  // Whoever looks here wants to know how it is now.
  staleTime: 0,
});
