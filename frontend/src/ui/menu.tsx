import {
  type ComponentProps,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useRef,
  useState,
  cloneElement,
} from "react";
import type { MenuItem } from "./menu-popup.tsx";

const MenuPopup = lazy(() => import("./menu-popup.tsx"));

interface MenuProps {
  trigger: ReactElement<ComponentProps<"button">>;
  items: MenuItem[];
  header?: ReactNode;
}

/** The trigger stays in place while the overlay code comes with the first opening. */
export function Menu({ trigger, items, header }: MenuProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        "aria-haspopup": "menu",
        "aria-expanded": open,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <Suspense>
          <MenuPopup anchor={anchor} items={items} header={header} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
