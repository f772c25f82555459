import type { apiKeyInput, createdApiKey } from "#contracts/team.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { infer as Infer, input } from "zod";
import { api } from "./client.ts";
import { apiKeysQuery } from "./list-api-keys.ts";

/** The answer holds the key itself, this once: it is kept nowhere. */
export const createApiKey = mutationOptions({
  mutationFn: (key: input<typeof apiKeyInput>) =>
    api.post<Infer<typeof createdApiKey>>("/api/team/keys", { body: key }),
  gcTime: 0,
  onSuccess: (_key, _input, _result, { client }) =>
    client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
});
