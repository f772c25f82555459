import type { Ctx } from "./context/context.ts";
import type { Happening } from "./context/happening.ts";
import { announceGone, announcePractice } from "./inbox/announce-practice.ts";

/** What follows from what. Only wakes sooner what a refetch or the sweep would find anyway. */
export const react = async (ctx: Ctx, what: Happening): Promise<void> => {
  switch (what.kind) {
    case "practice_changed":
      return announcePractice(ctx, what.practice_id);
    case "practice_erased":
      return announceGone(ctx, what.conversation_id);
  }
};
