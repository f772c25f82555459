import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useTitle } from "../ui/use-title.ts";

interface SettingsSectionProps {
  title: string;
  intro?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

export function SettingsSection({ title, intro, action, children }: SettingsSectionProps) {
  const { t } = useLingui();
  useTitle(title, t`Settings`);
  return (
    <section
      aria-label={title}
      tabIndex={0}
      className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface -outline-offset-2"
    >
      <div className="mx-auto max-w-210 px-8 pt-4 pb-12 max-md:px-4">
        <header className="mb-4">
          <div className="flex min-h-8 flex-wrap items-center justify-between gap-3">
            <h2 className="text-lg font-strong">{title}</h2>
            {action}
          </div>
          {intro && <p className="mt-1.5 max-w-140 text-pretty text-ink-2">{intro}</p>}
        </header>
        {children}
      </div>
    </section>
  );
}
