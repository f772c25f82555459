import { mutationOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { apiKeysQuery } from "./list-api-keys.ts";

export const revokeApiKey = mutationOptions({
  mutationFn: (id: string) => api.delete<unknown>(`/api/team/keys/${id}`),
  onSuccess: (_answer, _id, _result, { client }) =>
    client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
});
