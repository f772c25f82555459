import type { ReactNode } from "react";
import { classes } from "./classes.ts";

const looks = {
  neutral: "bg-chip text-ink-2",
  accent: "bg-accent-soft text-accent",
  danger: "bg-danger-tint text-danger-text",
  warn: "bg-warn-tint text-warn-text",
  unknown: "border border-dashed border-warn-text text-warn-text",
  outline: "border border-line-strong text-ink-2",
} as const;

interface ChipProps {
  look?: keyof typeof looks;
  icon?: ReactNode;
  children: ReactNode;
}

export const Chip = ({ look = "neutral", icon, children }: ChipProps) => (
  <span
    className={classes(
      "inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-1 px-1.5 text-xs font-medium whitespace-nowrap max-md:h-6",
      looks[look],
    )}
  >
    {icon}
    <span className="truncate">{children}</span>
  </span>
);
