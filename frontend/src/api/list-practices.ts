import type { Page } from "#contracts/pages.ts";
import type { Practice } from "#contracts/practices.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const practicesQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ["practices", q],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Practice>>("/api/practices", { query: { q, cursor: pageParam }, signal }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
