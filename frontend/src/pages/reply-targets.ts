import type { Conversation } from "#contracts/inbox.ts";
import type { Practice } from "#contracts/practices.ts";
import type { ReplyTarget } from "../features/inbox/reply-target-bar.tsx";

/**
 * Where a reply can go: the practice's mobile numbers, or the unknown sender itself. Undefined until
 * the practice is known.
 */
export function replyTargets(
  { unknown_sender }: Pick<Conversation, "unknown_sender">,
  practice: Practice | undefined,
): ReplyTarget[] | undefined {
  if (unknown_sender) {
    const { contact_point_id, channel, address } = unknown_sender;
    return [{ contactPointId: contact_point_id, channel, address, optedOut: false }];
  }
  return practice?.contact_points.flatMap(({ id, channel, address, line_type, opted_out }) =>
    channel === "sms" && line_type !== "landline"
      ? [{ contactPointId: id, channel, address, optedOut: opted_out }]
      : [],
  );
}
