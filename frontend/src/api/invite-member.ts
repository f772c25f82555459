import type { Member, memberInput } from "#contracts/team.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { api } from "./client.ts";
import { membersQuery } from "./list-members.ts";

export const inviteMember = mutationOptions({
  mutationFn: (member: input<typeof memberInput>) =>
    api.post<Member>("/api/team/members", { body: member }),
  onSuccess: (_member, _input, _result, { client }) =>
    client.invalidateQueries({ queryKey: membersQuery.queryKey }),
});
