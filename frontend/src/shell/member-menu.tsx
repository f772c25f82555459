import { useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { CircleHelp, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { meQuery } from "../api/get-me.ts";
import { Avatar } from "../ui/avatar.tsx";
import { useShownKey } from "../ui/letter-keys.ts";
import { Menu } from "../ui/menu.tsx";
import { useStore } from "../ui/store.ts";
import { chooseTheme, themeStore } from "../ui/theme.ts";
import { helpOpen } from "./help-open.ts";
import { useSignOut } from "./use-sign-out.ts";

const icon = { size: 16, strokeWidth: 1.75 } as const;

export function MemberMenu() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  const theme = useStore(themeStore);
  const leave = useSignOut();
  const navigate = useNavigate();
  const helpKey = useShownKey("?");

  const looks = [
    { theme: "system" as const, label: t`Theme: as on this device`, icon: <Monitor {...icon} /> },
    { theme: "light" as const, label: t`Theme: light`, icon: <Sun {...icon} /> },
    { theme: "dark" as const, label: t`Theme: dark`, icon: <Moon {...icon} /> },
  ];

  return (
    <Menu
      trigger={
        <button
          type="button"
          data-tooltip={me.name}
          className="touch grid place-items-center rounded-full max-md:hidden"
        >
          <Avatar name={me.name} />
          <span className="sr-only">{t`Account of ${me.name}`}</span>
        </button>
      }
      header={
        <div className="mb-1 border-b border-line px-2.5 pt-1.5 pb-2">
          <p className="font-strong">{me.name}</p>
          <p className="text-xs text-ink-3">{me.email}</p>
        </div>
      }
      items={[
        ...looks
          .filter((look) => look.theme !== theme)
          .map((look) => ({ ...look, onSelect: () => chooseTheme(look.theme) })),
        {
          label: t`Keyboard shortcuts`,
          icon: <CircleHelp {...icon} />,
          ...(helpKey !== undefined && { shortcut: helpKey }),
          onSelect: () => helpOpen.set(true),
        },
        {
          label: t`Sign out`,
          icon: <LogOut {...icon} />,
          onSelect: () => void leave().then(() => navigate({ to: "/sign-in" })),
        },
      ]}
    />
  );
}
