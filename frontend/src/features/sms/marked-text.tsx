import { countSegments } from "./segments.ts";

/** The same text under the field, invisible but for what makes it Unicode. */
export function MarkedText({ text }: { text: string }) {
  const forcing = new Set(countSegments(text).forcing);
  return [...text].map((character, index) =>
    forcing.has(character) ? (
      <mark
        key={index}
        className="rounded-[2px] bg-mark text-transparent underline decoration-warn-text decoration-2"
      >
        {character}
      </mark>
    ) : (
      character
    ),
  );
}
