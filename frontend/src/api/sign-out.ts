import { mutationOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";

export const signOut = mutationOptions({
  mutationFn: () => answer(rpc.auth["sign-out"].$post()),
});
