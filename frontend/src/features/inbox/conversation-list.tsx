import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { ArrowUp } from "lucide-react";
import { useState } from "react";
import type { ConversationSearch } from "../../api/list-conversations.ts";
import { classes } from "../../ui/classes.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { SkeletonRows } from "../../ui/skeleton-rows.tsx";
import { useStore } from "../../ui/store.ts";
import { useMediaQuery } from "../../ui/use-media-query.ts";
import { useRovingRows } from "../../ui/use-roving-rows.ts";
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
  const [pointed, setPointed] = useState(false);
  const [scrolled, setScrolled] = useState(false);
  const drafts = useStore(draftIds);
  const rowHeight_px = useMediaQuery("(min-width: 768px)") ? 76 : 88;
  const { query, conversations, waiting } = useInbox(search, pointed || scrolled);
  const { scroller, onKeyDown, indexOf, scrollTo, height_px, rows } = useRovingRows({
    ids: conversations.map(({ id }) => id),
    selectedId,
    rowHeight_px,
    pages: query,
  });

  const step = (by: number) => {
    const from = indexOf(selectedId);
    const next = conversations[from === -1 ? 0 : from + by];
    if (!next) return;
    scrollTo(indexOf(next.id));
    onOpen(next.id, selectedId === undefined ? "push" : "replace");
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });

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
        onScroll={({ currentTarget }) => setScrolled(currentTarget.scrollTop > rowHeight_px / 2)}
        onKeyDown={onKeyDown}
        className={classes(
          "h-full overflow-y-auto overscroll-contain transition-opacity md:px-2",
          query.isPlaceholderData && "opacity-60",
        )}
      >
        <ul aria-label={t`Conversations`} className="relative" style={{ height: height_px }}>
          {rows.map(({ key, index, place, stop }) => {
            const conversation = conversations[index];
            return (
              conversation && (
                <li key={key} {...place}>
                  <ConversationRow
                    data-conversation={conversation.id}
                    conversation={conversation}
                    selected={conversation.id === selectedId}
                    hasDraft={drafts.has(conversation.id)}
                    onClick={() => onOpen(conversation.id, "push")}
                    {...stop}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
      {query.isFetchNextPageError && (
        <p className="absolute inset-x-0 bottom-0 bg-paper p-2 text-center">
          <button type="button" className="link" onClick={() => void query.fetchNextPage()}>
            <Trans>Load more</Trans>
          </button>
        </p>
      )}
    </div>
  );
}
