import type { meChange } from "#contracts/team.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { answer, rpc } from "./client.ts";
import { meQuery } from "./get-me.ts";

export const changeMe = mutationOptions({
  mutationFn: (change: input<typeof meChange>) => answer(rpc.me.$patch({ json: change })),
  onSuccess: (me, _change, _result, { client }) => client.setQueryData(meQuery.queryKey, me),
});
