import type { ConversationFilter } from "#contracts/inbox.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode, Ref } from "react";
import { unreadQuery } from "../../api/get-unread.ts";
import type { ConversationSearch } from "../../api/list-conversations.ts";
import { classes } from "../../ui/classes.ts";
import { SearchBox } from "../../ui/search-box.tsx";

interface ListHeaderProps {
  search: ConversationSearch;
  searchBox: Ref<HTMLInputElement>;
  action?: ReactNode;
  onFilter: (filter: ConversationFilter) => void;
  onSearch: (q: string) => void;
}

export function ListHeader({
  search: { filter, q },
  searchBox,
  action,
  onFilter,
  onSearch,
}: ListHeaderProps) {
  const { t } = useLingui();
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread_count ?? 0;
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
      <SearchBox
        className="mt-3"
        inputRef={searchBox}
        value={q}
        label={t`Search conversations`}
        placeholder={t`Name, municipality or number`}
        onSearch={onSearch}
      />
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
