import type { ConversationFrame, InboxFrame } from "#contracts/live.ts";
import type { Ctx } from "../context/context.ts";

/** The one Durable Object that holds the team's inbox sockets. */
export const teamInbox = "team";

/** Tells every open screen. Best effort: who misses it refetches when its socket comes back. */
export const publish = async (
  ctx: Ctx,
  frames: { inbox?: InboxFrame; conversation?: ConversationFrame },
): Promise<void> => {
  const { inbox, conversation } = frames;
  await Promise.all([
    inbox && ctx.env.INBOX.getByName(teamInbox).publish(inbox),
    conversation &&
      ctx.env.CONVERSATION.getByName(conversation.conversation_id).publish(conversation),
  ]);
};
