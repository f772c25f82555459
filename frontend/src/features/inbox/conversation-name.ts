import type { ConversationSummary } from "#contracts/inbox.ts";
import { phoneNumber } from "../../i18n/format.ts";

/** The practice, or else the number that wrote. */
export const conversationName = ({
  practice_name,
  unknown_sender,
}: Pick<ConversationSummary, "practice_name" | "unknown_sender">): string =>
  practice_name ?? phoneNumber(unknown_sender?.address ?? "");
