import type { apiKeyInput } from "#contracts/team.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { answer, rpc } from "./client.ts";
import { apiKeysQuery } from "./list-api-keys.ts";

/** The answer holds the key itself, this once: it is kept nowhere. */
export const createApiKey = mutationOptions({
  mutationFn: (key: input<typeof apiKeyInput>) => answer(rpc.team.keys.$post({ json: key })),
  gcTime: 0,
  onSuccess: (_key, _input, _result, { client }) =>
    client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
});
