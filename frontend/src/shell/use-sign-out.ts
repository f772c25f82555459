import { useMutation, useQueryClient } from "@tanstack/react-query";
import { signOut } from "../api/sign-out.ts";
import { forgetMember } from "../ui/forget-member.ts";

/** Leaves nothing of the member behind on a shared computer. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  const { mutateAsync } = useMutation(signOut);
  return async () => {
    await mutateAsync();
    forgetMember();
    client.clear();
  };
}
