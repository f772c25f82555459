import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useMediaQuery } from "../ui/use-media-query.ts";

interface PracticeFrameProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

const icon = { size: 16, strokeWidth: 1.75, "aria-hidden": true } as const;

/** Beside the list where there is room, else over it: the way back is always there. */
export function PracticeFrame({ title, actions, children }: PracticeFrameProps) {
  const { t } = useLingui();
  const frame = useRef<HTMLElement>(null);

  const beside = useMediaQuery("(min-width: 1024px)");

  // Over the list, the list's row can no longer hold the focus.
  useEffect(() => {
    if (!beside) frame.current?.focus({ preventScroll: true });
  }, [beside]);

  return (
    <section
      ref={frame}
      tabIndex={-1}
      aria-label={title}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-line bg-surface outline-none lg:max-w-[520px] lg:border-l xl:max-w-[600px]"
    >
      {!beside && <h1 className="sr-only">{t`Practices`}</h1>}
      <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line pr-3 pl-6 max-lg:pl-2">
        <Link
          to="/practices"
          search={(before) => before}
          aria-label={t`Back to the list`}
          className="touch grid size-8 shrink-0 place-items-center rounded-2 text-ink-2 hover:bg-hover lg:hidden"
        >
          <ArrowLeft {...icon} />
        </Link>
        <h2 className="min-w-0 flex-1 truncate text-lg font-strong">{title}</h2>
        {actions}
        <Link
          to="/practices"
          search={(before) => before}
          aria-label={t`Close`}
          data-tooltip={t`Close`}
          data-shortcut="Esc"
          className="touch grid size-8 shrink-0 place-items-center rounded-2 text-ink-2 hover:bg-hover max-lg:hidden"
        >
          <X {...icon} />
        </Link>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </section>
  );
}
