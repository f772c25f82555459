import { useLingui } from "@lingui/react/macro";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { classes } from "../../ui/classes.ts";
import { LoadMore } from "../../ui/load-more.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RowSkeletons } from "../../ui/row-skeletons.tsx";
import { useMediaQuery } from "../../ui/use-media-query.ts";
import { PracticeRow } from "./practice-row.tsx";
import { usePracticeSearch } from "./use-practice-search.ts";

interface PracticeListProps {
  q: string;
  selectedId: number | undefined;
  /** What stands here when nothing was found. */
  empty: ReactNode;
}

/** One tab stop; arrows walk, and the next page comes before one reaches the end. */
export function PracticeList({ q, selectedId, empty }: PracticeListProps) {
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<number | null>(null);
  const rowHeight_px = useMediaQuery("(min-width: 768px)") ? 60 : 72;
  const { query, practices } = usePracticeSearch(q);

  const virtual = useVirtualizer({
    count: practices.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight_px,
    getItemKey: (index) => practices[index]?.id ?? index,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight_px]);

  const items = virtual.getVirtualItems();
  const nearEnd = (items.at(-1)?.index ?? 0) >= practices.length - 8;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const indexOf = (id: number | null | undefined) => practices.findIndex((one) => one.id === id);
  const tabStop = Math.max(0, indexOf(focusedId ?? selectedId));

  const focusRow = (index: number) => {
    const practice = practices[index];
    if (!practice) return;
    setFocusedId(practice.id);
    virtual.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-practice="${practice.id}"]`)?.focus(),
    );
  };

  // Closing a practice returns to the row one came from.
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
    End: practices.length - 1,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = moves[event.key];
    if (target === undefined) return;
    event.preventDefault();
    focusRow(target);
  };

  if (query.isPending) return <RowSkeletons height_px={rowHeight_px} />;
  if (query.isError && practices.length === 0)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (practices.length === 0) return empty;

  return (
    <div
      ref={scroller}
      onKeyDown={onKeyDown}
      className={classes(
        "@container min-h-0 flex-1 overflow-y-auto overscroll-contain transition-opacity md:px-3",
        query.isPlaceholderData && "opacity-60",
      )}
    >
      <ul aria-label={t`Practices`} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => {
          const practice = practices[index];
          return (
            practice && (
              <li
                key={key}
                aria-setsize={hasNextPage ? -1 : practices.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 py-px"
                style={{ height: rowHeight_px, transform: `translateY(${start}px)` }}
              >
                <PracticeRow
                  practice={practice}
                  selected={practice.id === selectedId}
                  tabIndex={index === tabStop ? 0 : -1}
                  onFocus={() => setFocusedId(practice.id)}
                />
              </li>
            )
          );
        })}
      </ul>
      {isFetchNextPageError && <LoadMore query={query} />}
    </div>
  );
}
