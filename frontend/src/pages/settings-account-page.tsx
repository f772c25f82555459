import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut } from "lucide-react";
import { meQuery } from "../api/get-me.ts";
import { MyName } from "../features/team/my-name.tsx";
import { roleNames, roleWords } from "../features/team/role-names.ts";
import { LetterKeysSwitch } from "../shell/letter-keys-switch.tsx";
import { ThemeChoice } from "../features/team/theme-choice.tsx";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { useSignOut } from "../shell/use-sign-out.ts";
import { Button } from "../ui/button.tsx";
import { SettingsSection } from "./settings-section.tsx";

export function SettingsAccountPage() {
  const { i18n, t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  const navigate = useNavigate();
  const leave = useSignOut();

  const rows = [
    {
      key: "account",
      title: <Trans>Account</Trans>,
      content: (
        <div className="grid gap-3">
          <MyName me={me} />
          <p className="text-ink-2">{me.email}</p>
        </div>
      ),
    },
    {
      key: "role",
      title: <Trans>Role</Trans>,
      content: (
        <p>
          {i18n._(roleNames[me.role])}
          <span className="block text-ink-3">{i18n._(roleWords[me.role])}</span>
        </p>
      ),
    },
    { key: "language", title: <Trans>Language</Trans>, content: <LanguageSwitch /> },
    { key: "theme", title: <Trans>Theme</Trans>, content: <ThemeChoice /> },
    { key: "keys", title: <Trans>Keyboard</Trans>, content: <LetterKeysSwitch /> },
    {
      key: "session",
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
    <SettingsSection title={t`My account`}>
      <dl className="divide-y divide-line border-t border-line">
        {rows.map(({ key, title, content }) => (
          <div key={key} className="grid gap-2 py-5 md:grid-cols-[160px_1fr]">
            <dt className="font-strong text-ink-2">{title}</dt>
            <dd>{content}</dd>
          </div>
        ))}
      </dl>
    </SettingsSection>
  );
}
