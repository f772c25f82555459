import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { meQuery } from "../api/get-me.ts";
import { may } from "../api/may.ts";
import { NewPracticeForm } from "../features/practices/new-practice-form.tsx";
import { PracticeList } from "../features/practices/practice-list.tsx";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { Dialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { useTitle } from "../ui/use-title.ts";
import { PracticePane } from "./practice-pane.tsx";

export function PracticesPage() {
  const { t } = useLingui();
  const navigate = useNavigate({ from: "/practices" });
  const { q = "", p } = useSearch({ from: "/app/practices" });
  const { data: me } = useSuspenseQuery(meQuery);
  const [adding, setAdding] = useState(false);
  useTitle(t`Practices`, "Spreekuur");

  const open = (id: number) => void navigate({ search: (before) => ({ ...before, p: id }) });
  const close = () => void navigate({ search: ({ p: _p, ...before }) => before });
  useShortcuts({ Escape: () => p !== undefined && close() });

  return (
    <>
      <section
        aria-label={t`Practices`}
        className={classes(
          "flex min-h-0 w-full shrink-0 flex-col border-line bg-paper md:w-[300px] md:border-r lg:w-96",
          p !== undefined && "max-md:hidden",
        )}
      >
        <header className="flex h-14 shrink-0 items-center justify-between px-4">
          <h1 className="display text-xl">
            <Trans>Practices</Trans>
          </h1>
          {may(me, "practices.write") && (
            <Button icon={<Plus size={14} strokeWidth={1.75} />} onClick={() => setAdding(true)}>
              <Trans>New</Trans>
            </Button>
          )}
        </header>
        <PracticeList
          q={q}
          selectedId={p}
          onOpen={open}
          onSearch={(text) =>
            void navigate({
              replace: true,
              search: ({ q: _q, ...before }) => (text === "" ? before : { ...before, q: text }),
            })
          }
        />
      </section>
      {p === undefined ? (
        <section className="grid flex-1 place-content-center bg-surface max-md:hidden">
          <EmptyState title={<Trans>Pick a practice</Trans>} />
        </section>
      ) : (
        <PracticePane key={p} id={p} me={me} onClose={close} />
      )}
      <Dialog open={adding} title={t`New practice`} onClose={() => setAdding(false)}>
        <NewPracticeForm
          withNumber
          onCreated={({ id }) => {
            setAdding(false);
            open(id);
          }}
        />
      </Dialog>
    </>
  );
}
