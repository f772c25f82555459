import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { smsHistoryQuery } from "../../api/list-sms-history.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";

/** Every SMS of a practice, newest first. */
export function SMSHistory({ practiceId }: { practiceId: number }) {
  const { t } = useLingui();
  const { data, error, hasNextPage, fetchNextPage, isPending } = useInfiniteQuery(
    smsHistoryQuery(practiceId),
  );
  const messages = data?.pages.flatMap(({ items }) => items) ?? [];

  if (error) return <ProblemNotice error={error} />;
  if (isPending) return null;
  if (messages.length === 0)
    return (
      <p className="text-ink-3">
        <Trans>No SMS yet.</Trans>
      </p>
    );
  return (
    <>
      <ul aria-label={t`SMS messages`} className="grid divide-y divide-line">
        {messages.map(({ id, direction, content, timestamp }) => (
          <li key={id} className="grid grid-cols-[1fr_auto] gap-3 py-2">
            <span className="line-clamp-2">
              {direction === "outbound" && (
                <span className="text-ink-3">
                  <Trans>We:</Trans>{" "}
                </span>
              )}
              {content}
            </span>
            <RelativeTime at={timestamp} className="text-2xs text-ink-3" />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="link mt-2" onClick={() => void fetchNextPage()}>
          <Trans>Older</Trans>
        </button>
      )}
    </>
  );
}
