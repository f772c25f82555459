import { Menu as Base } from "@base-ui/react/menu";
import type { ReactNode, RefObject } from "react";
import { classes } from "./classes.ts";

export interface MenuItem {
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  onSelect: () => void;
}

interface MenuPopupProps {
  anchor: RefObject<HTMLButtonElement | null>;
  items: MenuItem[];
  header?: ReactNode;
  onClose: () => void;
}

export default function MenuPopup({ anchor, items, header, onClose }: MenuPopupProps) {
  return (
    <Base.Root open onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          sideOffset={6}
          align="start"
          collisionPadding={8}
          className="z-(--z-menu)"
        >
          <Base.Popup
            finalFocus={anchor}
            className="appear min-w-52 rounded-3 bg-raised p-1 shadow-3 outline-none"
          >
            {header}
            {items.map(({ label, icon, shortcut, danger = false, onSelect }) => (
              <Base.Item
                key={label}
                onClick={onSelect}
                className={classes(
                  "flex h-8 items-center gap-2.5 rounded-1 px-2.5 text-sm outline-none max-md:h-11 data-highlighted:bg-hover",
                  danger ? "text-danger-text" : "text-ink",
                )}
              >
                {icon}
                <span className="flex-1">{label}</span>
                {shortcut && <kbd className="font-ui text-2xs text-ink-3">{shortcut}</kbd>}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
