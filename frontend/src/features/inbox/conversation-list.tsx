import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ConversationSearch } from "../../api/list-conversations.ts";
import { classes } from "../../ui/classes.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { SkeletonRows } from "../../ui/skeleton-rows.tsx";
import { useStore } from "../../ui/store.ts";
import { useMediaQuery } from "../../ui/use-media-query.ts";
import { useShortcuts } from "../../ui/use-shortcuts.ts";
import { ConversationRow } from "./conversation-row.tsx";
import { draftIds } from "./drafts.ts";
import { NoConversations } from "./no-conversations.tsx";
import { useInbox } from "./use-inbox.ts";

interface ConversationListProps {
  search: ConversationSearch;
  selectedId: string | undefined;
  onOpen: (id: string, how: "push" | "replace") => void;
  onClearSearch: () => void;
}

/** The list is one tab stop; its order stands still while one points at it. */
export function ConversationList({
  search,
  selectedId,
  onOpen,
  onClearSearch,
}: ConversationListProps) {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const drafts = useStore(draftIds);
  const rowHeight = useMediaQuery("(min-width: 768px)") ? 76 : 88;
  const { query, conversations, waiting } = useInbox(search, pointed || scrolled);

  const virtual = useVirtualizer({
    count: conversations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => conversations[index]?.id ?? index,
    overscan: 6,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const items = virtual.getVirtualItems();
  const nearEnd = (items.at(-1)?.index ?? 0) >= conversations.length - 8;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const indexOf = (id: string | null | undefined) =>
    conversations.findIndex((one) => one.id === id);
  const tabStop = Math.max(0, indexOf(focusedId ?? selectedId));

  const focusRow = (index: number) => {
    const row = conversations[index];
    if (!row) return;
    setFocusedId(row.id);
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-conversation="${row.id}"]`)?.focus(),
    );
  };

  const step = (by: number) => {
    const from = indexOf(selectedId);
    const next = conversations[from === -1 ? 0 : from + by];
    if (!next) return;
    virtual.scrollToIndex(indexOf(next.id));
    onOpen(next.id, selectedId === undefined ? "push" : "replace");
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });

  // Closing a conversation returns to the row one came from.
  const opened = useRef(selectedId);
  useEffect(() => {
    const left = opened.current;
    opened.current = selectedId;
    if (left !== undefined && selectedId === undefined) focusRow(indexOf(left));
  }, [selectedId]);

  const moves: Record<string, number> = {
    ArrowDown: tabStop + 1,
    ArrowUp: tabStop - 1,
    Home: 0,
    End: conversations.length - 1,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = moves[event.key];
    if (target === undefined) return;
    event.preventDefault();
    focusRow(target);
  };

  const showNew = () => {
    setPointed(false);
    setScrolled(false);
    scroller.current?.scrollTo({ top: 0 });
  };

  if (query.isPending) return <SkeletonRows />;
  if (query.isError && conversations.length === 0)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (conversations.length === 0)
    return <NoConversations search={search} onClear={onClearSearch} />;

  return (
    <div className="relative min-h-0 flex-1">
      {waiting > 0 && (
        <div className="absolute inset-x-2 top-1 z-(--z-sticky)">
          <button
            type="button"
            onClick={showNew}
            className="appear flex h-7 w-full items-center justify-center gap-2 rounded-2 bg-accent-soft text-xs font-strong text-accent shadow-2 max-md:h-11"
          >
            <ArrowUp size={14} aria-hidden="true" />
            <Plural value={waiting} one="# new" other="# new" />
          </button>
        </div>
      )}
      <div
        ref={scroller}
        onPointerEnter={({ pointerType }) => setPointed(pointerType === "mouse")}
        onPointerLeave={() => setPointed(false)}
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop > rowHeight / 2)}
        onKeyDown={onKeyDown}
        className={classes(
          "h-full overflow-y-auto overscroll-contain transition-opacity md:px-2",
          query.isPlaceholderData && "opacity-60",
        )}
      >
        <ul
          aria-label={t`Conversations`}
          className="relative"
          style={{ height: virtual.getTotalSize() }}
        >
          {items.map(({ key, index, start }) => {
            const conversation = conversations[index];
            return (
              conversation && (
                <li
                  key={key}
                  aria-setsize={query.hasNextPage ? -1 : conversations.length}
                  aria-posinset={index + 1}
                  className="absolute inset-x-0 top-0 py-px"
                  style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                >
                  <ConversationRow
                    data-conversation={conversation.id}
                    conversation={conversation}
                    selected={conversation.id === selectedId}
                    hasDraft={drafts.has(conversation.id)}
                    tabIndex={index === tabStop ? 0 : -1}
                    onFocus={() => setFocusedId(conversation.id)}
                    onClick={() => onOpen(conversation.id, "push")}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
      {query.isFetchNextPageError && (
        <p className="absolute inset-x-0 bottom-0 bg-paper p-2 text-center">
          <button type="button" className="link" onClick={() => void fetchNextPage()}>
            <Trans>Load more</Trans>
          </button>
        </p>
      )}
    </div>
  );
}
