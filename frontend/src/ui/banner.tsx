import type { ReactNode } from "react";
import { classes } from "./classes.ts";

const looks = {
  warn: "bg-warn-tint text-ink [&_b]:text-warn-text",
  danger: "bg-danger-tint text-ink [&_b]:text-danger-text",
  neutral: "bg-chip text-ink",
} as const;

interface BannerProps {
  look: keyof typeof looks;
  icon: ReactNode;
  children: ReactNode;
}

export const Banner = ({ look, icon, children }: BannerProps) => (
  <div
    role="status"
    className={classes("appear flex items-center gap-2.5 px-4 py-2 text-sm", looks[look])}
  >
    <span className="shrink-0 text-warn-text">{icon}</span>
    <p className="text-pretty">{children}</p>
  </div>
);
