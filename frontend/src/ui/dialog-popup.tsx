import { Dialog as Base } from "@base-ui/react/dialog";
import { useLingui } from "@lingui/react/macro";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { IconButton } from "./icon-button.tsx";

export interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** Where one goes on: what a dialog marks, else its first field, not its close button. */
const startsAt = "[data-start], input, select, textarea";

export default function DialogPopup({ open, title, onClose, children }: DialogProps) {
  const { t } = useLingui();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="appear fixed inset-0 z-(--z-overlay) bg-scrim" />
        <Base.Popup
          ref={popup}
          initialFocus={() => popup.current?.querySelector<HTMLElement>(startsAt) ?? true}
          className="rise fixed top-1/2 left-1/2 z-(--z-overlay) grid max-h-[min(720px,calc(100dvh-32px))] w-[min(520px,calc(100vw-24px))] -translate-x-1/2 -translate-y-1/2 grid-rows-[auto_1fr] rounded-4 bg-raised shadow-3 outline-none"
        >
          <header className="flex items-center justify-between gap-3 border-b border-line py-3 pr-3 pl-5">
            <Base.Title className="text-lg font-strong">{title}</Base.Title>
            <Base.Close
              render={
                <IconButton label={t`Close`}>
                  <X size={16} strokeWidth={1.75} />
                </IconButton>
              }
            />
          </header>
          <div className="min-h-0 overflow-y-auto p-5">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
