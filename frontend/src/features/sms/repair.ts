import { countSegments } from "./segments.ts";

/** What people type that GSM-7 lacks, and what reads the same. */
const plain: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‚": ",",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "…": "...",
  "–": "-",
  "—": "-",
  "•": "-",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  œ: "oe",
  Œ: "OE",
  "\u200b": "",
  "\t": " ",
};

const isGsm = (text: string): boolean => countSegments(text).forcing.length === 0;

/** A replacement in GSM-7, or null where none says the same (an emoji, another script). */
export function replacement(character: string): string | null {
  const known = plain[character];
  if (known !== undefined) return known;
  const bare = character.normalize("NFD").replace(/\p{M}/gu, "");
  return bare !== character && bare !== "" && isGsm(bare) ? bare : null;
}

export interface Repair {
  from: string;
  to: string;
  text: string;
}

/** Decomposed accents first become the single character people see. */
export const composed = (text: string): string => text.normalize("NFC");

/** One click per character that has a plain form; offered only where it has one. */
export function repairs(text: string): Repair[] {
  return countSegments(text).forcing.flatMap((from) => {
    const to = replacement(from);
    return to === null ? [] : [{ from, to, text: text.replaceAll(from, to) }];
  });
}

/** Everything that can be replaced at once, and the segments that saves. */
export function repairAll(text: string): { text: string; saves: number } {
  const repaired = repairs(text).reduce((done, { from, to }) => done.replaceAll(from, to), text);
  return {
    text: repaired,
    saves: countSegments(text).used.length - countSegments(repaired).used.length,
  };
}
