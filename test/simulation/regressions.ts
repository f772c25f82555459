/** Seeds in which the product once broke a law, and what was wrong with it. */
export const regressions: readonly { seed: number; found: string }[] = [
  { seed: 3, found: "a webhook that took longer landed before what was there already" },
  { seed: 39, found: "reading passed over messages that a merge had not brought yet" },
  { seed: 73, found: "reading passed over messages that a merge had not brought yet" },
  { seed: 110, found: "a link that came too late said that it had linked" },
  { seed: 57, found: "a message on its way into a demo practice's conversation was sent" },
  { seed: 743, found: "a number that went to another practice meanwhile was written to" },
];
