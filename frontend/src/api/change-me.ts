import type { Me, meChange } from "#contracts/team.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { api } from "./client.ts";
import { meQuery } from "./get-me.ts";

export const changeMe = mutationOptions({
  mutationFn: (change: input<typeof meChange>) => api.patch<Me>("/api/me", { body: change }),
  onSuccess: (me, _change, _result, { client }) => client.setQueryData(meQuery.queryKey, me),
});
