import { classes } from "./classes.ts";

const looks = {
  filled: "bg-accent-fill text-on-accent hover:bg-accent-hover shadow-1",
  outlined: "bg-raised text-ink border border-line-strong hover:bg-hover shadow-1",
} as const;

interface ButtonLook {
  look?: keyof typeof looks;
  className?: string;
}

/** A link that looks like a button, because it leads to the one thing to do. */
export const buttonClasses = ({ look = "outlined", className }: ButtonLook = {}): string =>
  classes(
    "touch inline-flex h-8 shrink-0 items-center justify-center gap-2 rounded-2 px-3 text-sm font-medium whitespace-nowrap transition-colors duration-[80ms] max-md:h-11",
    looks[look],
    className,
  );
