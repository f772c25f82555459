import { mutationOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export const signOut = mutationOptions({
  mutationFn: () => api.post<unknown>("/api/auth/sign-out", { body: {} }),
});
