import type { Page } from "#contracts/pages.ts";
import type { ApiKey } from "#contracts/team.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const apiKeysQuery = infiniteQueryOptions({
  queryKey: ["api-keys"],
  queryFn: ({ pageParam, signal }) =>
    api.get<Page<ApiKey>>("/api/team/keys", { query: { cursor: pageParam, limit: 100 }, signal }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});
