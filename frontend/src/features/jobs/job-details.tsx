import type { DeadLetter } from "#contracts/jobs.ts";
import { Trans } from "@lingui/react/macro";
import { ChevronRight } from "lucide-react";

/** What to quote to whoever looks into the log. */
export const JobDetails = ({ job: { id, queue, reason } }: { job: DeadLetter }) => (
  <details className="group text-xs">
    <summary className="touch inline-flex cursor-pointer list-none items-center gap-1 rounded-1 text-ink-2 hover:text-ink">
      <ChevronRight
        size={12}
        strokeWidth={2}
        aria-hidden="true"
        className="transition-transform duration-[80ms] group-open:rotate-90"
      />
      <Trans>Technical details</Trans>
    </summary>
    <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 [&_dd]:font-mono [&_dd]:break-all [&_dt]:text-ink-3">
      <dt>
        <Trans>Queue</Trans>
      </dt>
      <dd>{queue}</dd>
      <dt>
        <Trans>Error</Trans>
      </dt>
      <dd>{reason}</dd>
      <dt>
        <Trans>Number</Trans>
      </dt>
      <dd>{id}</dd>
    </dl>
  </details>
);
