import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { Refusal, Unreachable } from "./client.ts";
import { sessionEnded } from "./session-ended.ts";

const isSignedOut = (error: unknown): boolean =>
  error instanceof Refusal && error.problem.code === "unauthenticated";

const onError = (error: unknown): void => {
  if (isSignedOut(error)) sessionEnded.set(true);
};

/** Only what may pass by itself is tried again: no answer, or "try again". */
const mayPass = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refusal && error.problem.code === "try_again");

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && mayPass(error),
    },
    mutations: { networkMode: "always" },
  },
});
