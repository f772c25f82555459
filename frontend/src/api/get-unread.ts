import type { unread } from "#contracts/inbox.ts";
import { queryOptions } from "@tanstack/react-query";
import type { infer as Infer } from "zod";
import { api } from "./client.ts";

export const unreadQuery = queryOptions({
  queryKey: ["unread"],
  queryFn: ({ signal }) => api.get<Infer<typeof unread>>("/api/inbox/unread", { signal }),
});
