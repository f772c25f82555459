import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Wand2 } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import type { Repair } from "./repair.ts";

interface RepairBarProps {
  forcing: string[];
  repairs: Repair[];
  everything: { text: string; saves: number };
  onRepair: (text: string) => void;
}

const named = (character: string): string => (character.trim() === "" ? "␣" : character);

/** Names what makes the text dear, and undoes it in one press that says what it saves. */
export function RepairBar({ forcing, repairs, everything, onRepair }: RepairBarProps) {
  const { i18n } = useLingui();
  const list = new Intl.ListFormat(i18n.locale, { type: "conjunction" });
  const stubborn = forcing.filter((one) => !repairs.some(({ from }) => from === one));
  const [only] = repairs;
  const { saves } = everything;

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs text-ink-2">
      {repairs.length > 0 && (
        <Button
          size="sm"
          icon={<Wand2 size={14} strokeWidth={1.75} />}
          onClick={() => onRepair(everything.text)}
        >
          {only && repairs.length === 1 ? (
            <Trans>
              Replace {named(only.from)} with {only.to}
            </Trans>
          ) : (
            <Plural value={repairs.length} one="Replace # character" other="Replace # characters" />
          )}
        </Button>
      )}
      {saves > 0 && (
        <span>
          <Plural value={saves} one="saves # segment" other="saves # segments" />
        </span>
      )}
      {stubborn.length > 0 && (
        <span>
          <Trans>
            <b className="font-strong text-ink">{list.format(stubborn.map(named))}</b> has no plain
            form.
          </Trans>
        </span>
      )}
    </div>
  );
}
