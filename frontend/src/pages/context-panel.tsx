import type { Conversation } from "#contracts/inbox.ts";
import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { PracticeCard } from "../features/practices/practice-card.tsx";
import { UnknownSenderCard } from "../features/practices/unknown-sender-card.tsx";
import { classes } from "../ui/classes.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

interface ContextPanelProps {
  head: Conversation;
  practice: UseQueryResult<Practice>;
  /** Over the thread, where there is no room beside it. */
  floating: boolean;
  mayWork: boolean;
  onClose: () => void;
  onLinked: (conversationId: string) => void;
}

export function ContextPanel({
  head,
  practice,
  floating,
  mayWork,
  onClose,
  onLinked,
}: ContextPanelProps) {
  const { t } = useLingui();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (floating) panel.current?.focus();
  }, [floating]);

  const close = (
    <IconButton label={t`Close`} shortcut="i" onClick={onClose} className="-mt-1 -mr-1">
      <X size={16} strokeWidth={1.75} />
    </IconButton>
  );

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label={t`Practice`}
      className={classes(
        "overflow-y-auto bg-surface outline-none",
        floating
          ? "rise fixed inset-y-0 right-0 z-(--z-panel) w-[340px] border-l border-line shadow-3 max-md:w-full max-md:border-0"
          : "w-(--context) shrink-0 border-l border-line",
      )}
    >
      {head.unknown_sender && (
        <UnknownSenderCard
          conversationId={head.id}
          sender={head.unknown_sender}
          mayWork={mayWork}
          action={close}
          onLinked={onLinked}
        />
      )}
      {practice.data && (
        <>
          <PracticeCard practice={practice.data} action={close} />
          <p className="px-4 py-4">
            <Link to="/practices/$id" params={{ id: practice.data.id }} className="link">
              <Trans>Open the practice</Trans>
            </Link>
          </p>
        </>
      )}
      {practice.isError && (
        <ProblemNotice error={practice.error} onRetry={() => void practice.refetch()} />
      )}
    </aside>
  );
}
