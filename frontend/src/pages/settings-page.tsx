import { may, type Permission } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { ExternalLink } from "lucide-react";
import { useEffect, useRef } from "react";
import { meQuery } from "../api/get-me.ts";

interface Section {
  to: "/settings" | "/settings/team" | "/settings/keys" | "/settings/audit" | "/settings/stuck";
  label: string;
  needs: Permission | null;
}

const item =
  "touch flex h-8 shrink-0 items-center gap-2 rounded-2 px-3 whitespace-nowrap text-ink-2 hover:bg-hover hover:text-ink max-md:h-11";

/** Only what the role may see; the sections stand at the side, on a narrow screen above. */
export function SettingsPage() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a phone the sections scroll sideways; the open one should be seen.
  useEffect(() => {
    const open = nav.current?.querySelector("[aria-current=page]");
    open?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);

  const sections: Section[] = [
    { to: "/settings", label: t`My account`, needs: null },
    { to: "/settings/team", label: t`Team`, needs: "team.read" },
    { to: "/settings/keys", label: t`API keys`, needs: "keys.manage" },
    { to: "/settings/audit", label: t`Audit log`, needs: "audit.read" },
    { to: "/settings/stuck", label: t`Stuck work`, needs: "jobs.manage" },
  ];

  return (
    <div className="flex min-h-0 min-w-0 flex-1 max-lg:flex-col">
      <header className="shrink-0 border-line bg-paper max-lg:border-b lg:w-60 lg:border-r">
        <h1 className="display px-6 pt-3.5 pb-3 text-xl max-lg:pb-1 max-md:px-4">
          <Trans>Settings</Trans>
        </h1>
        <nav
          ref={nav}
          aria-label={t`Settings`}
          className="flex gap-1 px-3 lg:flex-col max-lg:overflow-x-auto max-lg:pb-2 max-md:px-1"
        >
          {sections
            .filter(({ needs }) => needs === null || may(me.role, needs))
            .map(({ to, label }) => (
              <Link
                key={to}
                to={to}
                activeOptions={{ exact: true }}
                className={`${item} data-[status=active]:bg-selected data-[status=active]:font-medium data-[status=active]:text-ink data-[status=active]:shadow-1`}
              >
                {label}
              </Link>
            ))}
          <a href="/api/docs" target="_blank" rel="noreferrer" className={item}>
            <Trans>API documentation</Trans>
            <ExternalLink
              size={14}
              strokeWidth={1.75}
              aria-label={t`opens in a new tab`}
              role="img"
            />
          </a>
        </nav>
      </header>
      <Outlet />
    </div>
  );
}
