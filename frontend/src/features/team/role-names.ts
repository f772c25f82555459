import type { Role } from "#contracts/team.ts";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

export const roleNames = {
  admin: msg`Administrator`,
  agent: msg`Agent`,
  marketer: msg`Marketer`,
  viewer: msg`Viewer`,
} satisfies Record<Role, MessageDescriptor>;

/** What a role is for, in one sentence. */
export const roleWords = {
  admin: msg`Does everything, and manages the team, the API keys and the audit log.`,
  agent: msg`Answers practices, and adds and changes them.`,
  marketer: msg`Reads along with conversations and practices.`,
  viewer: msg`Reads along, changes nothing.`,
} satisfies Record<Role, MessageDescriptor>;
