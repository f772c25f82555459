import type { ProblemBody } from "#contracts/problem.ts";
import { Trans } from "@lingui/react/macro";
import { Button } from "../../ui/button.tsx";

interface ConflictChoicesProps {
  conflict: NonNullable<ProblemBody["conflict"]>;
  /** Who was to be reached there; added to the other practice. */
  person: string;
  busy?: boolean;
  onLink: () => void;
  onMove: () => void;
}

/** An address belongs to one practice: go there, or bring it here. */
export function ConflictChoices({
  conflict,
  person,
  busy = false,
  onLink,
  onMove,
}: ConflictChoicesProps) {
  const { name } = conflict.practice;
  return (
    <>
      {conflict.options.includes("link") && (
        <Button size="sm" disabled={busy} onClick={onLink} className="max-w-full">
          <span className="truncate">
            {person === "" ? (
              <Trans>Open {name}</Trans>
            ) : (
              <Trans>
                Add {person} to {name}
              </Trans>
            )}
          </span>
        </Button>
      )}
      {conflict.options.includes("move") && (
        <Button size="sm" busy={busy} onClick={onMove}>
          <Trans>Take it over</Trans>
        </Button>
      )}
    </>
  );
}
