import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const auditQuery = infiniteQueryOptions({
  queryKey: ["audit"],
  queryFn: ({ pageParam, signal }) =>
    answer(rpc.team.audit.$get({ query: { cursor: pageParam } }, { init: { signal } })),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  // What one just did should stand here.
  staleTime: 0,
});
