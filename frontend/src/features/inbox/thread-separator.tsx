import type { ReactNode } from "react";
import { classes } from "../../ui/classes.ts";

interface ThreadSeparatorProps {
  look: "day" | "new";
  children: ReactNode;
}

export const ThreadSeparator = ({ look, children }: ThreadSeparatorProps) => (
  <p
    className={classes(
      "flex items-center gap-3 py-1 text-xs font-medium",
      look === "new" ? "text-accent" : "text-ink-3",
    )}
  >
    <span className="shrink-0">{children}</span>
    <span className={classes("h-px flex-1", look === "new" ? "bg-accent-line" : "bg-line")} />
  </p>
);
