import type { ComponentProps, ReactNode, Ref } from "react";
import { classes } from "./classes.ts";
import { Spinner } from "./spinner.tsx";

const looks = {
  filled: "bg-accent-fill text-on-accent hover:bg-accent-hover shadow-1",
  outlined: "bg-raised text-ink border border-line-strong hover:bg-hover shadow-1",
  quiet: "text-ink-2 hover:bg-hover hover:text-ink",
  danger: "bg-danger text-raised hover:brightness-95 dark:text-paper",
} as const;

const sizes = {
  sm: "h-7 px-2.5 gap-1.5 rounded-2 text-sm",
  md: "h-8 px-3 gap-2 rounded-2 text-sm max-md:h-11",
  lg: "h-10 px-4 gap-2 rounded-2 text-md max-md:h-11",
} as const;

interface ButtonProps extends ComponentProps<"button"> {
  look?: keyof typeof looks;
  size?: keyof typeof sizes;
  icon?: ReactNode;
  /** Keeps the width and swaps the icon for a ring. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look = "outlined",
  size = "md",
  icon,
  busy = false,
  children,
  className,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      disabled={disabled || busy}
      className={classes(
        "touch inline-flex shrink-0 items-center justify-center font-medium whitespace-nowrap transition-colors duration-[80ms]",
        "disabled:bg-chip disabled:text-ink-3 disabled:border-transparent disabled:shadow-none disabled:cursor-not-allowed",
        looks[look],
        sizes[size],
        className,
      )}
      {...rest}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}
