import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

interface RovingRows<Id> {
  ids: readonly Id[];
  selectedId: Id | undefined;
  rowHeight_px: number;
  /** How the next page is fetched; nothing is when the last try failed. */
  pages: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
}

/** How many rows before the end the next page is asked for. */
const ahead = 8;

/**
 * A long list as one tab stop: only rows in view are in the document, arrows walk, the next page
 * comes before one reaches the end, and closing what a row opened returns to that row.
 */
export function useRovingRows<Id extends string | number>({
  ids,
  selectedId,
  rowHeight_px,
  pages,
}: RovingRows<Id>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<Id | null>(null);

  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight_px,
    getItemKey: (index) => ids[index] ?? index,
    overscan: ahead,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight_px]);

  const items = virtual.getVirtualItems();
  const nearEnd = (items.at(-1)?.index ?? 0) >= ids.length - ahead;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  useEffect(() => {
    if (nearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError)
      void fetchNextPage();
  }, [nearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  const indexOf = (id: Id | null | undefined) => ids.findIndex((one) => one === id);
  const tabStop = Math.max(0, indexOf(focusedId ?? selectedId));

  const focusRow = (index: number) => {
    const id = ids[index];
    if (id === undefined) return;
    setFocusedId(id);
    virtual.scrollToIndex(index);
    const row = `[aria-posinset="${index + 1}"] [tabindex]`;
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(row)?.focus());
  };

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
    End: ids.length - 1,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = moves[event.key];
    if (target === undefined) return;
    event.preventDefault();
    focusRow(target);
  };

  return {
    scroller,
    onKeyDown,
    indexOf,
    scrollTo: (index: number) => virtual.scrollToIndex(index),
    height_px: virtual.getTotalSize(),
    rows: items.map(({ key, index, start }) => ({
      key,
      index,
      /** For the `li`. */
      place: {
        "aria-setsize": hasNextPage ? -1 : ids.length,
        "aria-posinset": index + 1,
        className: "absolute inset-x-0 top-0 py-px",
        style: { height: rowHeight_px, transform: `translateY(${start}px)` },
      },
      /** For what takes the focus in it. */
      stop: {
        tabIndex: index === tabStop ? 0 : -1,
        onFocus: () => setFocusedId(ids[index] ?? null),
      },
    })),
  };
}
