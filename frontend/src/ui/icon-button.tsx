import type { ComponentProps, ReactNode, Ref } from "react";
import { classes } from "./classes.ts";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  label: string;
  shortcut?: string;
  children: ReactNode;
  ref?: Ref<HTMLButtonElement>;
}

/** The name is the accessible label and, after a moment, the tooltip. */
export function IconButton({ label, shortcut, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip={label}
      data-shortcut={shortcut}
      className={classes(
        "touch grid size-8 shrink-0 place-items-center rounded-2 text-ink-2 transition-colors duration-[80ms] hover:bg-hover hover:text-ink",
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
