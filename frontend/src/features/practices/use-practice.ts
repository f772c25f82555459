import type { Page } from "#contracts/pages.ts";
import type { Practice } from "#contracts/practices.ts";
import { type InfiniteData, useQuery, useQueryClient } from "@tanstack/react-query";
import { practiceQuery } from "../../api/get-practice.ts";

/** What the list already knows stands there at once; the Worker's answer follows. */
export function usePractice(id: number) {
  const client = useQueryClient();
  return useQuery({
    ...practiceQuery(id),
    placeholderData: () =>
      client
        .getQueriesData<InfiniteData<Page<Practice>>>({ queryKey: ["practices"] })
        .flatMap(([, data]) => data?.pages ?? [])
        .flatMap(({ items }) => items)
        .find((practice) => practice.id === id),
  });
}
