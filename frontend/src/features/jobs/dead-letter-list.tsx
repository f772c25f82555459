import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { deadLettersQuery } from "../../api/list-dead-letters.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RowSkeletons } from "../../ui/row-skeletons.tsx";
import { DeadLetterRow } from "./dead-letter-row.tsx";

/** The latest first. */
export function DeadLetterList() {
  const { t } = useLingui();
  const query = useInfiniteQuery(deadLettersQuery);
  const jobs = query.data?.pages.flatMap(({ items }) => items) ?? [];

  if (query.isPending) return <RowSkeletons height_px={96} count={2} />;
  if (query.isError && jobs.length === 0)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (jobs.length === 0)
    return (
      <EmptyState title={<Trans>Nothing is stuck.</Trans>}>
        <p>
          <Trans>Work that fails time and again would stand here.</Trans>
        </p>
      </EmptyState>
    );
  return (
    <>
      <ul aria-label={t`Stuck work`} className="divide-y divide-line">
        {jobs.map((job) => (
          <DeadLetterRow key={job.id} job={job} />
        ))}
      </ul>
      <LoadMore query={query} />
    </>
  );
}
