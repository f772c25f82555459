import type { memberChange } from "#contracts/team.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { answer, rpc } from "./client.ts";
import { meQuery } from "./get-me.ts";
import { membersQuery } from "./list-members.ts";

interface MemberChange {
  id: string;
  change: input<typeof memberChange>;
}

export const changeMember = mutationOptions({
  mutationFn: ({ id, change }: MemberChange) =>
    answer(rpc.team.members[":id"].$patch({ param: { id }, json: change })),
  onSuccess: (member, _change, _result, { client }) => {
    if (client.getQueryData(meQuery.queryKey)?.id === member.id)
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    return client.invalidateQueries({ queryKey: membersQuery.queryKey });
  },
});
