import type { AuditEntry } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { auditQuery } from "../../api/list-audit.ts";
import { dayOf, longDateYear } from "../../i18n/format.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RowSkeletons } from "../../ui/row-skeletons.tsx";
import { AuditRow } from "./audit-row.tsx";
import { useNames } from "./use-names.ts";

/** Newest first, a heading per day. */
export function AuditList() {
  const { i18n } = useLingui();
  const query = useInfiniteQuery(auditQuery);
  const nameOf = useNames();
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const days = Map.groupBy(entries, ({ at }: AuditEntry) => dayOf(new Date(at)));

  if (query.isPending) return <RowSkeletons height_px={38} count={8} />;
  if (query.isError && entries.length === 0)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (entries.length === 0) return <EmptyState title={<Trans>Nothing has happened yet</Trans>} />;
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h3
            id={`day-${day}`}
            className="sticky top-0 z-(--z-sticky) bg-surface pt-4 pb-1.5 font-strong text-ink-2 first-letter:uppercase"
          >
            {longDateYear(i18n.locale, new Date(`${day}T12:00:00Z`))}
          </h3>
          <ul className="divide-y divide-line">
            {ofDay.map((entry) => (
              <AuditRow key={entry.id} entry={entry} nameOf={nameOf} />
            ))}
          </ul>
        </section>
      ))}
      <LoadMore query={query} />
    </>
  );
}
