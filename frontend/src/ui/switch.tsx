import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

interface SwitchProps {
  label: ReactNode;
  hint: ReactNode;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** On or off, from now on; what it changes stands under its name. */
export function Switch({ label, hint, on, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex max-w-140 items-start justify-between gap-6">
      <div>
        <p id={`${id}-label`}>{label}</p>
        <p id={`${id}-hint`} className="mt-0.5 max-w-100 text-pretty text-ink-3">
          {hint}
        </p>
      </div>
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        onClick={() => onChange(!on)}
        className={classes(
          "touch relative h-5 w-9 shrink-0 rounded-full border transition-colors duration-[80ms]",
          on ? "border-accent-fill bg-accent-fill" : "border-control bg-sunken",
        )}
      >
        <span
          aria-hidden="true"
          className={classes(
            "absolute top-1/2 size-3.5 -translate-y-1/2 rounded-full transition-[left] duration-[80ms]",
            on ? "left-[18px] bg-on-accent" : "left-[2px] bg-ink-2",
          )}
        />
      </button>
    </div>
  );
}
