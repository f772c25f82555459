import type { Message } from "#contracts/messages.ts";
import type { Page } from "#contracts/pages.ts";
import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const smsHistoryQuery = (practiceId: number) =>
  infiniteQueryOptions({
    queryKey: ["sms-history", practiceId],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Message>>(`/api/sms/history/${practiceId}`, {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
