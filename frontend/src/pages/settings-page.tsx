import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import { meQuery } from "../api/get-me.ts";
import { ThemeChoice } from "../features/team/theme-choice.tsx";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { useSignOut } from "../shell/use-sign-out.ts";
import { Button } from "../ui/button.tsx";
import { useTitle } from "../ui/use-title.ts";

export function SettingsPage() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  const navigate = useNavigate();
  const leave = useSignOut();
  useTitle(t`Settings`, "Spreekuur");

  const rows = [
    {
      title: <Trans>Account</Trans>,
      content: (
        <p>
          <span className="block font-medium">{me.name}</span>
          <span className="text-ink-3">{me.email}</span>
        </p>
      ),
    },
    { title: <Trans>Language</Trans>, content: <LanguageSwitch /> },
    { title: <Trans>Theme</Trans>, content: <ThemeChoice /> },
    {
      title: <Trans>Session</Trans>,
      content: (
        <Button
          icon={<LogOut size={14} strokeWidth={1.75} />}
          onClick={() => void leave().then(() => navigate({ to: "/sign-in" }))}
        >
          <Trans>Sign out</Trans>
        </Button>
      ),
    },
  ];

  return (
    <section className="min-h-0 flex-1 overflow-y-auto bg-surface">
      <div className="mx-auto max-w-180 px-6 py-6">
        <h1 className="display mb-4 text-xl">
          <Trans>Settings</Trans>
        </h1>
        <dl className="divide-y divide-line">
          {rows.map(({ title, content }, index) => (
            <div key={index} className="grid items-center gap-2 py-4 md:grid-cols-[200px_1fr]">
              <dt className="font-strong text-ink-2">{title}</dt>
              <dd>{content}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}
