/** Twilio blocks these by itself on a long code: https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out. */
const carrierWords = [
  "STOP",
  "UNSUBSCRIBE",
  "END",
  "QUIT",
  "STOPALL",
  "REVOKE",
  "OPTOUT",
  "CANCEL",
];

const ownWords = [
  // Dutch
  "STOPPEN",
  "AFMELDEN",
  "UITSCHRIJVEN",
  "SCHRIJF UIT",
  "STOP SMS",
  // French
  "ARRET",
  "ARRETER",
  "ARRETEZ",
  "DESABONNER",
  "DESINSCRIRE",
  "DESINSCRIPTION",
  "ME DESABONNER",
  "ME DESINSCRIRE",
  // German
  "STOPP",
  "ABMELDEN",
  "ABBESTELLEN",
  "AUSTRAGEN",
  // English
  "OPT OUT",
  "STOP ALL",
];

const optInWords = new Set(["START", "UNSTOP"]);
const carrier = new Set(carrierWords);
const own = new Set(ownWords);

/** Upper case, without accents, punctuation, symbols or typographic forms of letters, single spaces. */
const bare = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

export type OptOutWord = "carrier" | "keyword" | "opt_in" | null;

/** What a whole text says about being written to; only the exact words count, never a part of a sentence. */
export const readOptOut = (text: string): OptOutWord => {
  const word = bare(text);
  if (carrier.has(word)) return "carrier";
  if (own.has(word)) return "keyword";
  return optInWords.has(word) ? "opt_in" : null;
};
