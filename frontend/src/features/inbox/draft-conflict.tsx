import { Trans } from "@lingui/react/macro";
import { Button } from "../../ui/button.tsx";

interface DraftConflictProps {
  other: string;
  onKeep: () => void;
  onTake: () => void;
}

/** Two tabs wrote on the same draft: both are shown, one is chosen. */
export const DraftConflict = ({ other, onKeep, onTake }: DraftConflictProps) => (
  <div
    role="alert"
    className="flex flex-wrap items-center gap-2 border-b border-warn-line bg-warn-tint px-3 py-2 text-sm"
  >
    <p className="min-w-40 flex-1">
      <b className="text-warn-text">
        <Trans>Another tab has a different draft:</Trans>
      </b>{" "}
      <span className="line-clamp-2">{other === "" ? <Trans>(empty)</Trans> : other}</span>
    </p>
    <Button size="sm" onClick={onTake}>
      <Trans>Use that one</Trans>
    </Button>
    <Button size="sm" onClick={onKeep}>
      <Trans>Keep this one</Trans>
    </Button>
  </div>
);
