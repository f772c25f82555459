import type { DeadLetter } from "#contracts/jobs.ts";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Check, CirclePause, RotateCw } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { explain } from "../../api/explain.ts";
import { Button } from "../../ui/button.tsx";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import { JobDetails } from "./job-details.tsx";
import { reasonWords } from "./reason-words.ts";
import { StuckSince } from "./stuck-since.tsx";
import { useDrive } from "./use-drive.ts";

/** One job that was given up: what, why, since when, and one way on. */
export function DeadLetterRow({ job }: { job: DeadLetter }) {
  const { i18n } = useLingui();
  const name = useId();
  const { drive, driven, failure } = useDrive(job.id);
  const away = driven !== "here";
  const button = useReturnFocus<HTMLButtonElement>(away);
  const outcome = useRef<HTMLParagraphElement>(null);
  const texts = job.message_ids.length;

  // The button one pressed is gone; what came of it stands in its place.
  useEffect(() => {
    if (away) outcome.current?.focus();
  }, [away]);

  return (
    <li className="grid grid-cols-[16px_minmax(0,1fr)] gap-x-3 gap-y-2 py-4 md:grid-cols-[16px_minmax(0,1fr)_auto]">
      <CirclePause
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        className={away ? "mt-px text-ink-3" : "mt-px text-warn-text"}
      />
      <div className="grid gap-1">
        <p id={name} className="font-medium">
          {texts === 0 ? (
            <Trans>Unreadable work</Trans>
          ) : (
            <Plural value={texts} one="Send # SMS" other="Send # SMS messages" />
          )}
        </p>
        <p className="max-w-140 text-pretty text-ink-2">{i18n._(reasonWords(job.reason))}</p>
        <p className="text-xs text-ink-3">
          <StuckSince at={job.since} /> ·{" "}
          <Plural value={job.attempts} one="tried once" other="tried # times" />
        </p>
        <JobDetails job={job} />
      </div>
      <div className="justify-self-start max-md:col-start-2 md:justify-self-end">
        {away ? (
          <p
            ref={outcome}
            tabIndex={-1}
            className="appear flex min-h-7 items-center gap-1.5 text-ink-2 outline-none"
          >
            <Check size={14} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
            {driven === "by_other" ? (
              <Trans>Somebody else already tried it again</Trans>
            ) : (
              <Trans>Back in the queue</Trans>
            )}
          </p>
        ) : (
          <Button
            ref={button}
            size="sm"
            icon={<RotateCw size={14} strokeWidth={1.75} aria-hidden="true" />}
            aria-describedby={name}
            onClick={drive}
          >
            <Trans>Try it again</Trans>
          </Button>
        )}
      </div>
      {failure !== null && (
        <p role="alert" className="col-start-2 text-pretty text-warn-text">
          <Trans>Still stuck.</Trans> {i18n._(explain(failure).words)}
        </p>
      )}
    </li>
  );
}
