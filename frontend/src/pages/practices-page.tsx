import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet, useMatch, useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useRef } from "react";
import { meQuery } from "../api/get-me.ts";
import { may } from "../api/may.ts";
import { NoPractices } from "../features/practices/no-practices.tsx";
import { PracticeList } from "../features/practices/practice-list.tsx";
import { buttonClasses } from "../ui/button-classes.ts";
import { classes } from "../ui/classes.ts";
import { SearchBox } from "../ui/search-box.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { useTitle } from "../ui/use-title.ts";

/** The list stays where it is; what one opens stands beside it, or on a phone over it. */
export function PracticesPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { q = "" } = useSearch({ from: "/app/practices" });
  const { data: me } = useSuspenseQuery(meQuery);
  const one = useMatch({ from: "/app/practices/$id", shouldThrow: false });
  const adding = useMatch({ from: "/app/practices/new", shouldThrow: false }) !== undefined;
  const searchBox = useRef<HTMLInputElement>(null);
  const open = one !== undefined || adding;
  useTitle(open ? null : t`Practices`, open ? null : "Spreekuur");

  useShortcuts({
    Escape: () => open && void navigate({ to: "/practices", search: (before) => before }),
    s: () => searchBox.current?.focus(),
  });

  const search = (text: string) =>
    void navigate({
      to: ".",
      replace: true,
      search: ({ q: _q, ...before }) => (text === "" ? before : { ...before, q: text }),
    });

  return (
    <>
      <section
        aria-label={t`Practices`}
        className={classes(
          "@container flex min-h-0 min-w-0 flex-1 flex-col bg-paper",
          open && "max-lg:hidden",
        )}
      >
        <header className="flex shrink-0 flex-wrap items-center gap-x-6 gap-y-3 border-b border-line px-6 py-3 max-md:px-4">
          <h1 className="display text-xl">
            <Trans>Practices</Trans>
          </h1>
          <SearchBox
            value={q}
            inputRef={searchBox}
            label={t`Search practices`}
            placeholder={t`Name, municipality or number`}
            className="max-w-105 flex-1 @max-[600px]:order-3 @max-[600px]:max-w-none @max-[600px]:basis-full"
            onSearch={search}
          />
          {may(me, "practices.write") && (
            <Link
              to="/practices/new"
              search={(before) => before}
              className={buttonClasses({ look: "filled", className: "ml-auto" })}
            >
              <Plus size={14} strokeWidth={1.75} aria-hidden="true" />
              <Trans>New practice</Trans>
            </Link>
          )}
        </header>
        <div className="flex min-h-0 flex-1 flex-col pt-1">
          <PracticeList
            q={q}
            selectedId={one?.params.id}
            empty={
              <NoPractices q={q} mayWrite={may(me, "practices.write")} onClear={() => search("")} />
            }
          />
        </div>
      </section>
      <Outlet />
    </>
  );
}
