import { type ComponentProps, type Ref, useId } from "react";
import { classes } from "./classes.ts";

interface FieldProps extends ComponentProps<"input"> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  big?: boolean;
  ref?: Ref<HTMLInputElement>;
}

export function Field({ label, hint, error, big = false, className, ...rest }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={classes("grid gap-1.5", className)}>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        className={classes(
          "w-full min-w-0 rounded-2 border bg-raised px-2.5 text-md text-ink transition-shadow duration-[80ms]",
          "focus:border-accent focus:shadow-[0_0_0_3px_var(--accent-soft)] focus:outline-none",
          big ? "h-11" : "h-8 max-md:h-11",
          error === undefined ? "border-control" : "border-danger",
        )}
        {...rest}
      />
      {note !== undefined && (
        <p
          id={`${id}-note`}
          className={classes("text-xs", error === undefined ? "text-ink-3" : "text-danger-text")}
        >
          {note}
        </p>
      )}
    </div>
  );
}
