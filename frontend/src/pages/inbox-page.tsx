import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { meQuery } from "../api/get-me.ts";
import { may } from "../api/may.ts";
import { ConversationList } from "../features/inbox/conversation-list.tsx";
import { ListHeader } from "../features/inbox/list-header.tsx";
import { useOutbox } from "../features/inbox/use-outbox.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useShownKey } from "../ui/letter-keys.ts";
import { useMediaQuery } from "../ui/use-media-query.ts";
import { useShortcuts } from "../ui/use-shortcuts.ts";
import { useTitle } from "../ui/use-title.ts";
import { ConversationPane } from "./conversation-pane.tsx";
import { NewMessageButton } from "./new-message-button.tsx";

/** List, thread, practice: three panes, or on a phone three steps. */
export function InboxPage() {
  const { t } = useLingui();
  const navigate = useNavigate({ from: "/inbox" });
  const { c, filter = "all", q = "", panel } = useSearch({ from: "/app/inbox" });
  const { history } = useRouter();
  const phone = !useMediaQuery("(min-width: 768px)");
  const searchBox = useRef<HTMLInputElement>(null);
  const [writingTo, setWritingTo] = useState<string | null>(null);
  const stepKey = useShownKey("j");
  const search = { filter, q };
  const { data: me } = useSuspenseQuery(meQuery);
  useOutbox(me.id);
  useTitle(c === undefined ? t`Inbox` : null, c === undefined ? "Spreekuur" : null);

  const open = (id: string, how: "push" | "replace") => {
    setWritingTo(null);
    void navigate({
      replace: how === "replace",
      search: ({ panel: _panel, ...before }) => ({ ...before, c: id }),
    });
  };
  const write = (id: string) => {
    open(id, "push");
    setWritingTo(id);
  };
  const close = () => void navigate({ search: ({ c: _c, panel: _panel, ...before }) => before });
  /** On a phone list, thread and practice are steps; closing one is the way back, not another step. */
  const stepBack = (otherwise: () => void) => (history.canGoBack() ? history.back() : otherwise());
  const closePanel = () =>
    stepBack(() => void navigate({ search: ({ panel: _panel, ...before }) => before }));
  useShortcuts({
    Escape: () => {
      if (panel !== undefined) closePanel();
      else if (c !== undefined) close();
    },
    s: () => searchBox.current?.focus(),
  });

  return (
    <>
      <section
        aria-label={t`Conversations`}
        // Under an open conversation it keeps its place, for when one comes back.
        inert={phone && c !== undefined}
        className="flex min-h-0 w-full shrink-0 flex-col border-line bg-paper md:w-[300px] md:border-r lg:w-80 xl:w-(--list)"
      >
        <ListHeader
          search={search}
          searchBox={searchBox}
          action={may(me, "inbox.work") && <NewMessageButton onOpen={write} />}
          onFilter={(next) =>
            void navigate({
              search: ({ filter: _filter, ...before }) =>
                next === "all" ? before : { ...before, filter: next },
            })
          }
          onSearch={(text) =>
            void navigate({
              replace: true,
              search: ({ q: _q, ...before }) => (text === "" ? before : { ...before, q: text }),
            })
          }
        />
        <div className="flex min-h-0 flex-1 flex-col pt-1">
          <ConversationList
            search={search}
            selectedId={c}
            onOpen={open}
            onClearSearch={() => void navigate({ search: c === undefined ? {} : { c } })}
          />
        </div>
      </section>
      {c === undefined ? (
        <section className="grid flex-1 place-content-center bg-surface max-md:hidden">
          <EmptyState title={<Trans>Pick a conversation</Trans>}>
            {stepKey !== undefined && (
              <p>
                <Trans>Or walk through them with j and k.</Trans>
              </p>
            )}
          </EmptyState>
        </section>
      ) : (
        <div className="max-md:absolute max-md:inset-0 max-md:z-(--z-dock) max-md:flex md:contents">
          <ConversationPane
            key={c}
            id={c}
            panel={panel === "practice"}
            alone={phone}
            writing={c === writingTo}
            onClose={() => (phone ? stepBack(close) : close())}
            onPanel={(open) =>
              open
                ? void navigate({ search: (before) => ({ ...before, panel: "practice" }) })
                : closePanel()
            }
            onMoved={(id) =>
              void navigate({ replace: true, search: (before) => ({ ...before, c: id }) })
            }
          />
        </div>
      )}
    </>
  );
}
