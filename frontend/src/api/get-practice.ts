import type { Practice } from "#contracts/practices.ts";
import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export const practiceQuery = (id: number) =>
  queryOptions({
    queryKey: ["practice", id],
    queryFn: ({ signal }) => api.get<Practice>(`/api/practices/${id}`, { signal }),
  });
