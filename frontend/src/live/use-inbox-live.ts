import type { ConversationSummary } from "#contracts/inbox.ts";
import type { InboxFrame } from "#contracts/live.ts";
import type { Page } from "#contracts/pages.ts";
import { useLingui } from "@lingui/react/macro";
import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { conversationQuery } from "../api/get-conversation.ts";
import { unreadQuery } from "../api/get-unread.ts";
import type { ConversationSearch } from "../api/list-conversations.ts";
import { announce } from "../ui/announcer.tsx";
import { channelNames } from "../ui/channel-names.ts";
import { connection } from "./connection.ts";
import { placeConversation, removeConversation } from "./place-conversation.ts";
import { useLive } from "./use-live.ts";

type ListData = InfiniteData<Page<ConversationSummary>>;
type ListKey = readonly ["conversations", ConversationSearch];

/** Keeps every loaded list, the counter and the open conversation's head up to date. */
export function useInboxLive(): void {
  const client = useQueryClient();
  const { i18n, t } = useLingui();
  const announced = useRef<string | null>(null);

  const changeLists = (
    change: (pages: ListData["pages"], search: ConversationSearch) => ListData["pages"],
  ) => {
    for (const [key, data] of client.getQueriesData<ListData>({ queryKey: ["conversations"] })) {
      // Keys that start with "conversations" are all made by conversationsQuery.
      const [, search] = key as unknown as ListKey;
      if (data) client.setQueryData<ListData>(key, { ...data, pages: change(data.pages, search) });
    }
  };

  const sayNew = ({ last_message, practice_name, unknown_sender }: ConversationSummary) => {
    if (last_message?.direction !== "inbound" || last_message.read) return;
    if (announced.current === last_message.id) return;
    announced.current = last_message.id;
    const sender = practice_name ?? unknown_sender?.address ?? "";
    const channel = i18n._(channelNames[last_message.channel]);
    announce(t`New message from ${sender} by ${channel}: ${last_message.content}`);
  };

  useLive<InboxFrame>("/api/live/inbox", {
    onOpen: () => {
      connection.set("up");
      // What changed between the first answer and this socket went unheard.
      void client.invalidateQueries({ queryKey: ["conversations"] });
      void client.invalidateQueries({ queryKey: unreadQuery.queryKey });
    },
    onDown: () => connection.set("down"),
    onFrame: (frame) => {
      client.setQueryData(unreadQuery.queryKey, { unread_count: frame.unread_count });
      if (frame.type === "gone") {
        changeLists((pages) => removeConversation(pages, frame.conversation_id));
        void client.invalidateQueries({
          queryKey: conversationQuery(frame.conversation_id).queryKey,
        });
        return;
      }
      changeLists((pages, search) => placeConversation(pages, frame.conversation, search));
      const { version: _messagesVersion, ...head } = frame.conversation;
      client.setQueryData(
        conversationQuery(frame.conversation.id).queryKey,
        (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, ...head })) },
      );
      sayNew(frame.conversation);
    },
  });
}
