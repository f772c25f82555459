import type { Me } from "#contracts/team.ts";
import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => api.get<Me>("/api/me", { signal }),
  staleTime: 300_000,
});
