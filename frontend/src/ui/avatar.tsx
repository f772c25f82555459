import { classes } from "./classes.ts";

const initials = (name: string): string =>
  name
    .split(/[\s.]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("");

export const Avatar = ({ name, className }: { name: string; className?: string }) => (
  <span
    aria-hidden="true"
    className={classes(
      "grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-2xs font-strong text-accent",
      className,
    )}
  >
    {initials(name)}
  </span>
);
