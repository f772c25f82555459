import { type Role, roles } from "#contracts/team.ts";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What was done, per action the Worker writes down. */
const words: Record<string, MessageDescriptor> = {
  "practice.create": msg`Practice added`,
  "practice.change": msg`Practice changed`,
  "practice.erase": msg`Practice deleted`,
  "practice.add_contact_point": msg`Contact point added`,
  "practice.remove_contact_point": msg`Contact point removed`,
  "message.send": msg`Message sent`,
  "conversation.link": msg`Sender linked to a practice`,
  "conversation.read": msg`Conversation read`,
  "member.invited": msg`Colleague invited`,
  "member.first_admin": msg`First administrator added`,
  "member.role": msg`Role changed`,
  "member.activated": msg`Colleague activated`,
  "member.deactivated": msg`Colleague deactivated`,
  "member.profile": msg`Name or language changed`,
  "session.started": msg`Signed in`,
  "session.ended": msg`Signed out`,
  "key.created": msg`API key created`,
  "key.revoked": msg`API key revoked`,
  "job.drive_again": msg`Stuck work tried again`,
};

interface AuditWords {
  /** null where this version has no words for the action. */
  words: MessageDescriptor | null;
  /** The role an action gave: `member.role.admin`. */
  role: Role | null;
}

export function auditWords(action: string): AuditWords {
  const role = roles.find((one) => action.endsWith(`.${one}`)) ?? null;
  const base = role === null ? action : action.slice(0, -role.length - 1);
  return { words: words[base] ?? null, role };
}
