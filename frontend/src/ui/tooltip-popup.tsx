import { Tooltip as Base } from "@base-ui/react/tooltip";
import { useShownKey } from "./letter-keys.ts";

export default function TooltipPopup({
  anchor,
  onClose,
}: {
  anchor: HTMLElement;
  onClose: () => void;
}) {
  const { tooltip } = anchor.dataset;
  const shortcut = useShownKey(anchor.dataset["shortcut"]);
  return (
    <Base.Root open onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          sideOffset={6}
          collisionPadding={8}
          className="z-(--z-tooltip)"
        >
          <Base.Popup className="appear flex items-center gap-2 rounded-1 bg-ink px-2 py-1 text-xs text-surface shadow-2">
            {tooltip}
            {shortcut && <kbd className="font-ui opacity-70">{shortcut}</kbd>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
