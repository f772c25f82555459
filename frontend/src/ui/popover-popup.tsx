import { Popover as Base } from "@base-ui/react/popover";
import type { ReactNode, RefObject } from "react";

interface PopoverPopupProps {
  anchor: RefObject<HTMLButtonElement | null>;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

export default function PopoverPopup({ anchor, title, onClose, children }: PopoverPopupProps) {
  return (
    <Base.Root open onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          sideOffset={6}
          align="end"
          collisionPadding={12}
          className="z-(--z-menu)"
        >
          <Base.Popup
            finalFocus={anchor}
            className="appear w-72 rounded-3 bg-raised p-4 shadow-3 outline-none"
          >
            <Base.Title className="mb-2 font-strong">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
