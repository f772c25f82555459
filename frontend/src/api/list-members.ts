import type { Page } from "#contracts/pages.ts";
import type { Member } from "#contracts/team.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const membersQuery = infiniteQueryOptions({
  queryKey: ["members"],
  queryFn: ({ pageParam, signal }) =>
    api.get<Page<Member>>("/api/team/members", {
      query: { cursor: pageParam, limit: 100 },
      signal,
    }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});
