import { mutationOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { apiKeysQuery } from "./list-api-keys.ts";

export const revokeApiKey = mutationOptions({
  mutationFn: (id: string) => answer(rpc.team.keys[":id"].$delete({ param: { id } })),
  onSuccess: (_answer, _id, _result, { client }) =>
    client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
});
