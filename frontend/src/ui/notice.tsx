import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

interface NoticeProps {
  children: ReactNode;
  /** What one can do about it. */
  actions?: ReactNode;
}

/** Stands where the trouble is: what happened, and the ways on. */
export const Notice = ({ children, actions }: NoticeProps) => (
  <div
    role="alert"
    className="appear grid grid-cols-[16px_1fr] gap-x-2.5 gap-y-2.5 rounded-3 border p-3 border-warn-line bg-warn-tint text-warn-text"
  >
    <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" className="mt-px" />
    <div className="text-pretty text-ink">{children}</div>
    {actions && <div className="col-start-2 flex flex-wrap gap-2">{actions}</div>}
  </div>
);
