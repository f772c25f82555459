import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Inbox, Settings, Stethoscope } from "lucide-react";
import type { ReactNode } from "react";
import { unreadQuery } from "../api/get-unread.ts";
import { classes } from "../ui/classes.ts";
import { Logo } from "../ui/logo.tsx";
import { MemberMenu } from "./member-menu.tsx";

const count = (unread: number): string => (unread > 99 ? "99+" : String(unread));

const Counter = ({ unread }: { unread: number }) =>
  unread > 0 && (
    <span
      aria-hidden="true"
      className="absolute -top-1.5 -right-2.5 grid h-[18px] min-w-[18px] place-items-center rounded-full bg-accent-fill px-1 text-2xs font-strong text-on-accent tabular-nums ring-2 ring-paper"
    >
      {count(unread)}
    </span>
  );

interface NavItemProps {
  to: "/inbox" | "/practices" | "/settings";
  label: string;
  /** What the badge says, in words. */
  more?: string | undefined;
  icon: ReactNode;
  className?: string;
}

const NavItem = ({ to, label, more, icon, className }: NavItemProps) => (
  <Link
    to={to}
    data-tooltip={more === undefined ? label : `${label}, ${more}`}
    className={classes(
      "group flex min-h-12 flex-1 flex-col items-center justify-center gap-0.5 rounded-3 text-ink-2 hover:text-ink",
      "md:size-10 md:min-h-0 md:flex-none md:hover:bg-hover",
      "md:data-[status=active]:bg-raised md:data-[status=active]:shadow-1 data-[status=active]:text-accent",
      className,
    )}
  >
    <span className="relative">{icon}</span>
    <span className="text-2xs font-medium md:sr-only">{label}</span>
    {more !== undefined && <span className="sr-only">, {more}</span>}
  </Link>
);

/** The rail; on a phone the same three as a tab bar. */
export function Navigation({ className }: { className?: string }) {
  const { t } = useLingui();
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread_count ?? 0;
  const icon = { size: 19, strokeWidth: 1.75, "aria-hidden": true } as const;

  return (
    <nav
      aria-label={t`Main`}
      className={classes(
        "flex shrink-0 border-line bg-paper max-md:border-t max-md:bg-surface max-md:px-2 max-md:pb-(--safe-bottom)",
        "md:w-14 md:flex-col md:items-center md:gap-2 md:border-r md:py-3",
        className,
      )}
    >
      <span className="mb-1 grid h-8 place-items-center max-md:hidden">
        <Logo />
        <span className="sr-only">
          <Trans>Spreekuur</Trans>
        </span>
      </span>
      <NavItem
        to="/inbox"
        label={t`Inbox`}
        more={unread > 0 ? t`${unread} unread` : undefined}
        icon={
          <>
            <Inbox {...icon} />
            <Counter unread={unread} />
          </>
        }
      />
      <NavItem to="/practices" label={t`Practices`} icon={<Stethoscope {...icon} />} />
      <NavItem
        to="/settings"
        label={t`Settings`}
        icon={<Settings {...icon} />}
        className="md:mt-auto"
      />
      <MemberMenu />
    </nav>
  );
}
