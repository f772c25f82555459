// Twilio's own count, kept apart from the product's: two implementations check each other.
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extension = "^{}\\[~]|€\f";

const septets = new Map([
  ...[...basic].map((character) => [character, 1] as const),
  ...[...extension].map((character) => [character, 2] as const),
]);

export function segments(body: string): number {
  const characters = [...body];
  const gsm = characters.map((character) => septets.get(character));
  return gsm.includes(undefined)
    ? packed(
        characters.map((character) => character.length),
        70,
        67,
      )
    : packed(
        gsm.map((size) => size ?? 0),
        160,
        153,
      );
}

/** A character is never cut in two, so a segment may stay one unit short. */
function packed(sizes: readonly number[], alone: number, joined: number): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= alone) return 1;
  let count = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > joined) {
      count += 1;
      used = 0;
    }
    used += size;
  }
  return count;
}
