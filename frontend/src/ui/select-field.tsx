import { type ComponentProps, type Ref, useId } from "react";
import { classes } from "./classes.ts";

interface SelectFieldProps extends ComponentProps<"select"> {
  label: string;
  ref?: Ref<HTMLSelectElement>;
}

/** The browser's own list: it works with every keyboard, phone and reader. */
export function SelectField({ label, className, children, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={classes("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <select
        id={id}
        className="h-8 w-full rounded-2 border border-control bg-raised px-2 text-md text-ink focus:border-accent focus:shadow-[0_0_0_3px_var(--accent-soft)] focus:outline-none max-md:h-11"
        {...rest}
      >
        {children}
      </select>
    </div>
  );
}
