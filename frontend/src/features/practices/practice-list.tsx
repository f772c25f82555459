import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { classes } from "../../ui/classes.ts";
import { LoadMore } from "../../ui/load-more.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RowSkeletons } from "../../ui/row-skeletons.tsx";
import { useMediaQuery } from "../../ui/use-media-query.ts";
import { useRovingRows } from "../../ui/use-roving-rows.ts";
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
  const rowHeight_px = useMediaQuery("(min-width: 768px)") ? 60 : 72;
  const { query, practices } = usePracticeSearch(q);
  const { scroller, onKeyDown, height_px, rows } = useRovingRows({
    ids: practices.map(({ id }) => id),
    selectedId,
    rowHeight_px,
    pages: query,
  });

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
      <ul aria-label={t`Practices`} className="relative" style={{ height: height_px }}>
        {rows.map(({ key, index, place, stop }) => {
          const practice = practices[index];
          return (
            practice && (
              <li key={key} {...place}>
                <PracticeRow practice={practice} selected={practice.id === selectedId} {...stop} />
              </li>
            )
          );
        })}
      </ul>
      {query.isFetchNextPageError && <LoadMore query={query} />}
    </div>
  );
}
