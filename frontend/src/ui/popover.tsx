import {
  type ComponentProps,
  cloneElement,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useRef,
  useState,
} from "react";

const PopoverPopup = lazy(() => import("./popover-popup.tsx"));

interface PopoverProps {
  trigger: ReactElement<ComponentProps<"button">>;
  title: string;
  children: ReactNode;
}

/** The trigger stays in place while the overlay code comes with the first opening. */
export function Popover({ trigger, title, children }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        "aria-haspopup": "dialog",
        "aria-expanded": open,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <Suspense>
          <PopoverPopup anchor={anchor} title={title} onClose={() => setOpen(false)}>
            {children}
          </PopoverPopup>
        </Suspense>
      )}
    </>
  );
}
