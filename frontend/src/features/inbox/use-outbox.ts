import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { conversationQuery } from "../../api/get-conversation.ts";
import { applyMessages } from "./conversation-pages.ts";
import { outbox } from "./outbox-store.ts";

/** Lets replies leave as long as the inbox is open; each one takes its bubble's place in its thread. */
export function useOutbox(memberId: string): void {
  const client = useQueryClient();
  useEffect(
    () =>
      outbox.open(memberId, (message) =>
        client.setQueryData(
          conversationQuery(message.conversation_id).queryKey,
          (data) => data && { ...data, pages: applyMessages(data.pages, [message]) },
        ),
      ),
    [client, memberId],
  );
}
