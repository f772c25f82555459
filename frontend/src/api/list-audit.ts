import type { Page } from "#contracts/pages.ts";
import type { AuditEntry } from "#contracts/team.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const auditQuery = infiniteQueryOptions({
  queryKey: ["audit"],
  queryFn: ({ pageParam, signal }) =>
    api.get<Page<AuditEntry>>("/api/team/audit", { query: { cursor: pageParam }, signal }),
  initialPageParam: firstPage,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
  // What one just did should stand here.
  staleTime: 0,
});
