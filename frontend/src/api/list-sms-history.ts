import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { firstPage } from "./first-page.ts";

export const smsHistoryQuery = (practiceId: number) =>
  infiniteQueryOptions({
    queryKey: ["sms-history", practiceId],
    queryFn: ({ pageParam, signal }) =>
      answer(
        rpc.sms.history[":practice_id"].$get(
          { param: { practice_id: String(practiceId) }, query: { cursor: pageParam } },
          { init: { signal } },
        ),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
