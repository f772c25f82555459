import { queryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: ({ signal }) => answer(rpc.me.$get({ query: {} }, { init: { signal } })),
  staleTime: 300_000,
});
