import type { Message } from "#contracts/messages.ts";

/** The first inbound message after the team's read cursor. */
export function firstUnread(
  messages: Message[],
  readUpTo: string | null,
  unreadCount: number,
): string | null {
  if (unreadCount === 0) return null;
  const cursor = messages.findIndex(({ id }) => id === readUpTo);
  const inbound = messages.slice(cursor + 1).filter(({ direction }) => direction === "inbound");
  // A cursor before what is loaded: count back from the end instead.
  const first = cursor === -1 ? inbound.at(-Math.min(unreadCount, inbound.length)) : inbound[0];
  return first?.id ?? null;
}
