/** What a text means to the list of those who do not want to be texted. */
export type Meaning = "carrier" | "own" | "start" | "plain";

/** Texts whose meaning everybody agrees on; the laws read this table, not the product's. */
const meanings: Readonly<Record<string, Meaning>> = {
  STOP: "carrier",
  stop: "carrier",
  Unsubscribe: "carrier",
  CANCEL: "carrier",
  Stoppen: "own",
  "uitschrijven!": "own",
  ARRÊT: "own",
  "Me désinscrire": "own",
  Abmelden: "own",
  START: "start",
  Unstop: "start",
};

export const meaningOf = (text: string): Meaning => meanings[text] ?? "plain";

export const words = Object.keys(meanings) as [string, ...string[]];
