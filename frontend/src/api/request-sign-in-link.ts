import { mutationOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";

export const requestSignInLink = mutationOptions({
  mutationFn: ({ email, to }: { email: string; to: string }) =>
    answer(rpc.auth["sign-in"]["magic-link"].$post({ json: { email, callbackURL: to } })),
});
