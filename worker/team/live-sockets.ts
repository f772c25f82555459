import type { Ctx } from "../context/context.ts";

const team = (ctx: Ctx) => ctx.env.INBOX.getByName("team");

/** Closes every live socket of a member or API key. */
export const disconnect = async (ctx: Ctx, input: { actorId: string }): Promise<void> => {
  await team(ctx).disconnect(input.actorId);
};

/** Closes the live sockets that one session opened. */
export const disconnectSession = async (
  ctx: Ctx,
  input: { memberId: string; sessionId: string },
): Promise<void> => {
  await team(ctx).disconnectSession(input.memberId, input.sessionId);
};
