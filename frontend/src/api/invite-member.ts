import type { memberInput } from "#contracts/team.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { answer, rpc } from "./client.ts";
import { membersQuery } from "./list-members.ts";

export const inviteMember = mutationOptions({
  mutationFn: (member: input<typeof memberInput>) =>
    answer(rpc.team.members.$post({ json: member })),
  onSuccess: (_member, _input, _result, { client }) =>
    client.invalidateQueries({ queryKey: membersQuery.queryKey }),
});
