import { Trans, useLingui } from "@lingui/react/macro";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { classes } from "../../ui/classes.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { SkeletonRows } from "../../ui/skeleton-rows.tsx";
import { PracticeRow } from "./practice-row.tsx";
import { usePracticeSearch } from "./use-practice-search.ts";

interface PracticeListProps {
  q: string;
  selectedId: number | undefined;
  onOpen: (id: number) => void;
  onSearch: (q: string) => void;
}

const typing_ms = 250;
const rowHeight_px = 60;

export function PracticeList({ q, selectedId, onOpen, onSearch }: PracticeListProps) {
  const { t } = useLingui();
  const [text, setText] = useState(q);
  const scroller = useRef<HTMLDivElement>(null);
  const { query, practices } = usePracticeSearch(q);

  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text.trim() === q) return;
    const timer = setTimeout(() => onSearch(text.trim()), typing_ms);
    return () => clearTimeout(timer);
  }, [text]);

  const virtual = useVirtualizer({
    count: practices.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight_px,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const nearEnd = (items.at(-1)?.index ?? 0) >= practices.length - 8;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <>
      <search className="relative block border-b border-line px-4 pb-3">
        <Search size={16} strokeWidth={1.75} aria-hidden="true" className="absolute top-2 left-6.5 text-ink-3 max-md:top-3.5" />
        <input
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
          aria-label={t`Search practices`}
          placeholder={t`Name, municipality or number`}
          className="h-8 w-full rounded-2 border border-transparent bg-sunken px-8 text-sm focus:border-accent focus:bg-raised focus:outline-none max-md:h-11"
        />
      </search>
      {query.isPending && <SkeletonRows />}
      {query.isError && <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && practices.length === 0 && (
        <EmptyState title={q === "" ? <Trans>No practices yet</Trans> : <Trans>Nothing found</Trans>}>
          {q === "" ? (
            <p>
              <Trans>Add the first one with New.</Trans>
            </p>
          ) : (
            <button type="button" className="link" onClick={() => setText("")}>
              <Trans>Clear the search</Trans>
            </button>
          )}
        </EmptyState>
      )}
      <div ref={scroller} className={classes("min-h-0 flex-1 overflow-y-auto pt-1 md:px-2", query.isPlaceholderData && "opacity-60")}>
        <ul aria-label={t`Practices`} className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ key, index, start }) => {
            const practice = practices[index];
            return (
              practice && (
                <li
                  key={key}
                  aria-setsize={query.hasNextPage ? -1 : practices.length}
                  aria-posinset={index + 1}
                  className="absolute inset-x-0 top-0 py-px"
                  style={{ height: rowHeight_px, transform: `translateY(${start}px)` }}
                >
                  <PracticeRow
                    practice={practice}
                    selected={practice.id === selectedId}
                    onClick={() => onOpen(practice.id)}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </>
  );
}
