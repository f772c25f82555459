import type { Member, memberChange } from "#contracts/team.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { api } from "./client.ts";
import { meQuery } from "./get-me.ts";
import { membersQuery } from "./list-members.ts";

interface MemberChange {
  id: string;
  change: input<typeof memberChange>;
}

export const changeMember = mutationOptions({
  mutationFn: ({ id, change }: MemberChange) =>
    api.patch<Member>(`/api/team/members/${id}`, { body: change }),
  onSuccess: (member, _change, _result, { client }) => {
    if (client.getQueryData(meQuery.queryKey)?.id === member.id)
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    return client.invalidateQueries({ queryKey: membersQuery.queryKey });
  },
});
