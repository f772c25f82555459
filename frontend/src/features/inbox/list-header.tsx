import type { ConversationFilter } from "#contracts/inbox.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { type ReactNode, type Ref, useEffect, useState } from "react";
import { unreadQuery } from "../../api/get-unread.ts";
import type { ConversationSearch } from "../../api/list-conversations.ts";
import { classes } from "../../ui/classes.ts";
import { IconButton } from "../../ui/icon-button.tsx";

interface ListHeaderProps {
  search: ConversationSearch;
  searchBox: Ref<HTMLInputElement>;
  action?: ReactNode;
  onFilter: (filter: ConversationFilter) => void;
  onSearch: (q: string) => void;
}

const typing_ms = 250;

export function ListHeader({ search: { filter, q }, searchBox, action, onFilter, onSearch }: ListHeaderProps) {
  const { t } = useLingui();
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread_count ?? 0;
  const [text, setText] = useState(q);

  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text.trim() === q) return;
    const timer = setTimeout(() => onSearch(text.trim()), typing_ms);
    return () => clearTimeout(timer);
  }, [text]);

  const tabs = [
    { filter: "all" as const, label: <Trans>All</Trans>, count: 0 },
    { filter: "unread" as const, label: <Trans>Unread</Trans>, count: unread },
  ];

  return (
    <header className="shrink-0 border-b border-line px-4 pt-3">
      <div className="flex h-8 items-center justify-between">
        <h1 className="display text-xl">
          <Trans>Inbox</Trans>
        </h1>
        {action}
      </div>
      <search className="relative mt-3 block">
        <Search
          size={16}
          strokeWidth={1.75}
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
        />
        <input
          ref={searchBox}
          type="search"
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (key !== "Escape") return;
            setText("");
            currentTarget.blur();
          }}
          aria-label={t`Search conversations`}
          placeholder={t`Name, municipality or number`}
          className="h-8 w-full rounded-2 border border-transparent bg-sunken pr-8 pl-8 text-sm focus:border-accent focus:bg-raised focus:outline-none max-md:h-11"
        />
        {text !== "" && (
          <IconButton label={t`Clear the search`} className="absolute! top-1/2 right-1 size-6! -translate-y-1/2" onClick={() => setText("")}>
            <X size={14} />
          </IconButton>
        )}
      </search>
      <div role="group" aria-label={t`Show`} className="-mb-px flex gap-4 pt-1.5">
        {tabs.map((tab) => (
          <button
            key={tab.filter}
            type="button"
            aria-pressed={tab.filter === filter}
            onClick={() => onFilter(tab.filter)}
            className={classes(
              "touch flex h-9 items-center gap-1.5 border-b-2 text-sm max-md:h-11",
              tab.filter === filter
                ? "border-accent font-strong text-ink"
                : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {tab.label}
            {tab.count > 0 && <span className="text-xs text-ink-3 tabular-nums">{tab.count}</span>}
          </button>
        ))}
      </div>
    </header>
  );
}
