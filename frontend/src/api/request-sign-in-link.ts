import { mutationOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export const requestSignInLink = mutationOptions({
  mutationFn: ({ email, to }: { email: string; to: string }) =>
    api.post<unknown>("/api/auth/sign-in/magic-link", { body: { email, callbackURL: to } }),
});
