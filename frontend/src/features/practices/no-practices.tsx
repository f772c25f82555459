import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { EmptyState } from "../../ui/empty-state.tsx";

interface NoPracticesProps {
  q: string;
  mayWrite: boolean;
  onClear: () => void;
}

/** Nothing found, or nothing there yet: a fact and the one way on. */
export function NoPractices({ q, mayWrite, onClear }: NoPracticesProps) {
  if (q !== "")
    return (
      <EmptyState title={<Trans>Nothing found</Trans>}>
        <p>
          <Trans>
            No practice with <b>{q}</b>.
          </Trans>
        </p>
        <button type="button" className="link mt-1" onClick={onClear}>
          <Trans>Clear the search</Trans>
        </button>
      </EmptyState>
    );
  return (
    <EmptyState title={<Trans>No practices yet</Trans>}>
      {mayWrite ? (
        <Link to="/practices/new" className="link">
          <Trans>Add the first practice</Trans>
        </Link>
      ) : (
        <p>
          <Trans>A colleague who may add practices has not done so yet.</Trans>
        </p>
      )}
    </EmptyState>
  );
}
