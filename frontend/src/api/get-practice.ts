import { queryOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";

export const practiceQuery = (id: number) =>
  queryOptions({
    queryKey: ["practice", id],
    queryFn: ({ signal }) =>
      answer(rpc.practices[":id"].$get({ param: { id: String(id) } }, { init: { signal } })),
  });
