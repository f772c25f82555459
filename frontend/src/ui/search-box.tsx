import { useLingui } from "@lingui/react/macro";
import { Search, X } from "lucide-react";
import { type Ref, useEffect, useState } from "react";
import { classes } from "./classes.ts";
import { IconButton } from "./icon-button.tsx";

interface SearchBoxProps {
  /** What is searched for now. */
  value: string;
  label: string;
  placeholder: string;
  inputRef?: Ref<HTMLInputElement>;
  className?: string;
  onSearch: (text: string) => void;
}

const typing_ms = 250;

/** Searches once one pauses; Escape clears. */
export function SearchBox({
  value,
  label,
  placeholder,
  inputRef,
  className,
  onSearch,
}: SearchBoxProps) {
  const { t } = useLingui();
  const [text, setText] = useState(value);

  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), typing_ms);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <search className={classes("relative block", className)}>
      <Search
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3"
      />
      <input
        ref={inputRef}
        type="search"
        value={text}
        aria-label={label}
        placeholder={placeholder}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key, currentTarget }) => {
          if (key !== "Escape") return;
          setText("");
          currentTarget.blur();
        }}
        className="h-8 w-full rounded-2 border border-transparent bg-sunken pr-8 pl-8 text-sm focus:border-accent focus:bg-raised focus:outline-none max-md:h-11"
      />
      {text !== "" && (
        <IconButton
          label={t`Clear the search`}
          className="absolute! top-1/2 right-1 size-6! -translate-y-1/2"
          onClick={() => setText("")}
        >
          <X size={14} />
        </IconButton>
      )}
    </search>
  );
}
