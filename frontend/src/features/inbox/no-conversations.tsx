import { Trans } from "@lingui/react/macro";
import type { ConversationSearch } from "../../api/list-conversations.ts";
import { EmptyState } from "../../ui/empty-state.tsx";

interface NoConversationsProps {
  search: ConversationSearch;
  onClear: () => void;
}

/** Each kind of nothing says what it is and the one way on. */
export function NoConversations({ search: { q, filter }, onClear }: NoConversationsProps) {
  if (q !== "")
    return (
      <EmptyState title={<Trans>Nothing found</Trans>}>
        <p>
          <Trans>
            No conversation with <b>{q}</b>.
          </Trans>
        </p>
        <button type="button" className="link mt-1" onClick={onClear}>
          <Trans>Clear the search</Trans>
        </button>
      </EmptyState>
    );
  if (filter === "unread")
    return (
      <EmptyState title={<Trans>All read</Trans>}>
        <p>
          <Trans>Nobody is waiting to be read.</Trans>
        </p>
        <button type="button" className="link mt-1" onClick={onClear}>
          <Trans>Show all conversations</Trans>
        </button>
      </EmptyState>
    );
  return (
    <EmptyState title={<Trans>No conversations yet</Trans>}>
      <p>
        <Trans>
          What a practice texts to your number appears here. Or text a practice first, from
          Practices.
        </Trans>
      </p>
    </EmptyState>
  );
}
