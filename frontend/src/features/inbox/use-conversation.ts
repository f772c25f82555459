import type { Conversation, ConversationSummary } from "#contracts/inbox.ts";
import type { ConversationFrame } from "#contracts/live.ts";
import type { Message } from "#contracts/messages.ts";
import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { Refusal } from "../../api/client.ts";
import { conversationQuery } from "../../api/get-conversation.ts";
import { useLive } from "../../live/use-live.ts";
import { versionStep } from "../../live/version-step.ts";
import { allMessages, applyMessages, withVersion } from "./conversation-pages.ts";

type Data = InfiniteData<Conversation, string | undefined>;

/** One conversation, kept live; `mergedInto` names where it continues, if it does. */
export function useConversation(id: string) {
  const client = useQueryClient();
  const options = conversationQuery(id);
  const query = useInfiniteQuery(options);
  const { queryKey } = options;
  const head = query.data?.pages[0];
  const seen = useRef(0);

  const refetch = useCallback(() => client.invalidateQueries({ queryKey }), [client, id]);

  const change = useCallback(
    (next: (pages: Conversation[]) => Conversation[]) =>
      client.setQueryData<Data>(queryKey, (data) => data && { ...data, pages: next(data.pages) }),
    [client, id],
  );

  const addMessages = useCallback(
    (messages: Message[]) => void change((pages) => applyMessages(pages, messages)),
    [change],
  );

  /** A version from an answer or a frame: one on is known, further means something was missed. */
  const meetVersion = useCallback(
    (version: number) => {
      seen.current = Math.max(seen.current, version);
      const known = client.getQueryData<Data>(queryKey)?.pages[0]?.version ?? 0;
      const step = versionStep(known, version);
      if (step === "next") change((pages) => withVersion(pages, version));
      if (step === "gap") void refetch();
    },
    [change, client, refetch, id],
  );

  const meetSummary = useCallback(
    ({ version, ...summary }: ConversationSummary) => {
      change((pages) => pages.map((page) => ({ ...page, ...summary })));
      meetVersion(version);
    },
    [change, meetVersion],
  );

  /** A message that was sent again: the new one joins, the old one names it. */
  const meetRetry = useCallback(
    (successor: Message) =>
      change((pages) => {
        const old = allMessages(pages).find(({ id }) => id === successor.retry_of);
        return applyMessages(
          pages,
          old ? [{ ...old, retried_by: successor.id }, successor] : [successor],
        );
      }),
    [change],
  );

  useLive<ConversationFrame>(`/api/live/conversation/${id}`, {
    onOpen: () => void refetch(),
    onFrame: (frame) => {
      if (frame.type === "gone") {
        void refetch();
        return;
      }
      addMessages(frame.messages);
      meetVersion(frame.version);
    },
  });

  // An answer that was on its way while a newer frame came is asked for once more.
  useEffect(() => {
    if (!head || query.isFetching || head.version >= seen.current) return;
    seen.current = 0;
    void refetch();
  }, [head, query.isFetching, refetch]);

  const { error } = query;
  const mergedInto =
    error instanceof Refusal && error.problem.code === "conversation_merged"
      ? (error.problem.merged_into ?? null)
      : null;

  const messages = useMemo(() => allMessages(query.data?.pages ?? []), [query.data]);
  return { query, head, messages, mergedInto, meetRetry, meetSummary };
}

export type OpenConversation = ReturnType<typeof useConversation>;
