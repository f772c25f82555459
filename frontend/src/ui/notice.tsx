import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

const looks = {
  warn: "bg-warn-tint border-warn-line text-warn-text",
  danger: "bg-danger-tint border-danger-line text-danger-text",
} as const;

interface NoticeProps {
  look?: keyof typeof looks;
  children: ReactNode;
  /** What one can do about it. */
  actions?: ReactNode;
}

/** Stands where the trouble is: what happened, and the ways on. */
export const Notice = ({ look = "warn", children, actions }: NoticeProps) => (
  <div
    role="alert"
    className={classes(
      "appear grid grid-cols-[16px_1fr] gap-x-2.5 gap-y-2.5 rounded-3 border p-3",
      looks[look],
    )}
  >
    <TriangleAlert size={16} strokeWidth={1.75} aria-hidden="true" className="mt-px" />
    <div className="text-pretty text-ink">{children}</div>
    {actions && <div className="col-start-2 flex flex-wrap gap-2">{actions}</div>}
  </div>
);
