import { Trans } from "@lingui/react/macro";
import { Outlet, useSearch } from "@tanstack/react-router";
import { useInboxLive } from "../live/use-inbox-live.ts";
import { classes } from "../ui/classes.ts";
import { Navigation } from "./navigation.tsx";
import { OfflineBanner } from "./offline-banner.tsx";
import { ShortcutHelp } from "./shortcut-help.tsx";
import { useMemberLocale } from "./use-member-locale.ts";

/** Rail (or tab bar), banner, page: the same everywhere behind the sign-in. */
export function AppShell() {
  useInboxLive();
  useMemberLocale();
  // On a phone an open conversation has the whole screen.
  const conversationOpen = useSearch({ strict: false, select: ({ c }) => c !== undefined });

  return (
    <div className="flex h-dvh flex-col">
      <a
        href="#main"
        className="sr-only z-(--z-skip) rounded-2 bg-accent-fill text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-4 focus:py-2"
      >
        <Trans>Skip to content</Trans>
      </a>
      <OfflineBanner />
      <ShortcutHelp />
      <div className="flex min-h-0 flex-1 max-md:flex-col-reverse">
        <Navigation className={classes(conversationOpen && "max-md:hidden")} />
        <main id="main" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
    </div>
  );
}
