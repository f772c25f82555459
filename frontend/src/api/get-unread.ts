import { queryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";

export const unreadQuery = queryOptions({
  queryKey: ["unread"],
  queryFn: ({ signal }) => answer(rpc.inbox.unread.$get({}, { init: { signal } })),
});
