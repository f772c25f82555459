import type { Me } from "#contracts/team.ts";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ArrowDown } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { markRead } from "../../api/mark-read.ts";
import { may } from "../../api/may.ts";
import { ChannelBadge } from "../../ui/channel-badge.tsx";
import { useStore } from "../../ui/store.ts";
import { useNow } from "../../ui/use-now.ts";
import { ChannelLine } from "./channel-line.tsx";
import { conversationName } from "./conversation-name.ts";
import { dayLabel } from "./day-label.ts";
import { firstUnread } from "./first-unread.ts";
import { MessageGroup } from "./message-group.tsx";
import { outboxStore } from "./outbox-store.ts";
import { layOutThread } from "./thread-layout.ts";
import { threadMessages } from "./thread-message.ts";
import { ThreadSeparator } from "./thread-separator.tsx";
import type { OpenConversation } from "./use-conversation.ts";
import { useMarkRead } from "./use-mark-read.ts";
import { useThreadScroll } from "./use-thread-scroll.ts";

interface MessageThreadProps {
  conversation: OpenConversation;
  head: NonNullable<OpenConversation["head"]>;
  me: Me;
}

export function MessageThread({ conversation, head, me }: MessageThreadProps) {
  const { i18n, t } = useLingui();
  const now = useNow();
  const scroller = useRef<HTMLDivElement>(null);
  const outbox = useStore(outboxStore);
  const mayWork = may(me, "inbox.work");

  // Where the "new" line stands is settled at opening, and stays until one leaves.
  const [lineAt] = useState(() =>
    firstUnread(conversation.messages, head.read_up_to, head.unread_count),
  );

  const messages = useMemo(
    () =>
      threadMessages(
        conversation.messages,
        outbox.filter(({ reply }) => reply.conversation_id === head.id),
        { kind: "member", id: me.id, name: me.name },
      ),
    [conversation.messages, outbox, head.id, me.id, me.name],
  );
  const days = useMemo(() => layOutThread(messages, lineAt), [messages, lineAt]);
  const lastOutboundId = messages.findLast(({ direction }) => direction === "outbound")?.id ?? null;

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = conversation.query;
  const loadOlder = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  const { onScroll, unseen, toEnd } = useThreadScroll({
    scroller,
    messages,
    firstUnread: lineAt,
    onNearStart: loadOlder,
  });

  useMarkRead({
    scroller,
    messages,
    unreadCount: mayWork ? head.unread_count : 0,
    onRead: (upTo) =>
      void markRead(head.id, upTo)
        .then(conversation.meetSummary)
        .catch(() => undefined),
  });

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        onScroll={onScroll}
        role="log"
        aria-live="off"
        aria-label={t`Conversation with ${conversationName(head)}`}
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain pr-6 pb-3 -outline-offset-2 [--line-at:64px] [--thread-indent:88px] [overflow-anchor:none] max-md:pr-4 max-md:[--line-at:26px] max-md:[--thread-indent:50px]"
      >
        <div className="flex min-h-full flex-col justify-end">
          {hasNextPage && (
            <p className="py-3 text-center text-xs text-ink-3">
              {isFetchingNextPage ? <Trans>Loading older messages</Trans> : null}
            </p>
          )}
          {days.map(({ day, runs }, dayIndex) => {
            const before = days[dayIndex - 1]?.runs.at(-1)?.channel;
            return (
              <section key={day} aria-label={dayLabel(i18n.locale, day, now)} className="relative">
                {before && (
                  <span className="absolute top-0 left-0 h-8">
                    <ChannelLine channel={before} />
                  </span>
                )}
                <div className="sticky top-0 z-(--z-sticky) ml-(--thread-indent) bg-surface pt-2">
                  <ThreadSeparator look="day">{dayLabel(i18n.locale, day, now)}</ThreadSeparator>
                </div>
                {runs.map(({ channel, groups }, runIndex) => {
                  const changed =
                    (runIndex === 0 ? before : runs[runIndex - 1]?.channel) !== channel;
                  return (
                    <div key={groups[0]?.messages[0]?.id} className="relative">
                      <ChannelLine channel={channel} />
                      {groups.map((group, groupIndex) => (
                        <div key={group.messages[0]?.id}>
                          {group.startsUnread && (
                            <div data-new-line className="pl-(--thread-indent)">
                              <ThreadSeparator look="new">
                                <Trans>New</Trans>
                              </ThreadSeparator>
                            </div>
                          )}
                          <MessageGroup
                            group={group}
                            language={head.language}
                            lastOutboundId={lastOutboundId}
                            mayWork={mayWork}
                            node={changed && groupIndex === 0 ? "mark" : "ring"}
                            mark={<ChannelBadge channel={channel} size={20} />}
                            onRetried={(message) => conversation.meetRetry(message)}
                          />
                        </div>
                      ))}
                    </div>
                  );
                })}
              </section>
            );
          })}
        </div>
      </div>
      {unseen > 0 && (
        <button
          type="button"
          onClick={toEnd}
          className="rise absolute bottom-3 left-1/2 flex h-8 -translate-x-1/2 items-center gap-2 rounded-full bg-accent-fill px-4 text-sm font-medium text-on-accent shadow-2 max-md:h-11"
        >
          <ArrowDown size={14} aria-hidden="true" />
          <Plural value={unseen} one="# new" other="# new" />
        </button>
      )}
    </div>
  );
}
