import type { Language } from "#contracts/channels.ts";
import type { KeyboardEvent, Ref } from "react";
import { MarkedText } from "./marked-text.tsx";
import { composed } from "./repair.ts";

interface SmsTextProps {
  text: string;
  label: string;
  placeholder: string;
  language: Language | null;
  onText: (text: string) => void;
  onSend: () => void;
  textRef: Ref<HTMLTextAreaElement>;
}

const shared = "col-start-1 row-start-1 px-3 py-2.5 text-md break-words whitespace-pre-wrap";

/** A field that grows with its text; a mirror below it carries the marks. */
export function SmsText({
  text,
  label,
  placeholder,
  language,
  onText,
  onSend,
  textRef,
}: SmsTextProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const sends =
      event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
    if (!sends) return;
    event.preventDefault();
    onSend();
  };
  return (
    <div className="grid max-h-48 min-h-11 overflow-y-auto">
      <div aria-hidden="true" className={`${shared} text-transparent`}>
        <MarkedText text={text} />{" "}
      </div>
      <textarea
        ref={textRef}
        aria-label={label}
        placeholder={placeholder}
        lang={language ?? undefined}
        value={text}
        maxLength={1600}
        spellCheck
        onChange={({ target }) => onText(composed(target.value))}
        onKeyDown={onKeyDown}
        className={`${shared} relative resize-none overflow-hidden bg-transparent text-ink outline-none`}
      />
    </div>
  );
}
