import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const membersQuery = infiniteQueryOptions({
  queryKey: ["members"],
  queryFn: ({ pageParam, signal }) =>
    answer(
      rpc.team.members.$get({ query: { cursor: pageParam, limit: "100" } }, { init: { signal } }),
    ),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});
