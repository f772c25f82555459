const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = "\f^{}\\[~]|€";

/** Units one character takes in GSM-7; undefined where it has no place. */
const gsmUnits = new Map<string, number>([
  ...[...basic].map((character): [string, number] => [character, 1]),
  ...[...extended].map((character): [string, number] => [character, 2]),
]);

const capacity = {
  "GSM-7": { alone: 160, joined: 153 },
  "UCS-2": { alone: 70, joined: 67 },
} as const;

type Encoding = keyof typeof capacity;

export interface SegmentCount {
  encoding: Encoding;
  /** Units used in each segment, in order. */
  used: number[];
  /** What a segment of this message holds. */
  capacity: number;
  units: number;
  /** Every different character that forces Unicode, in order of appearance. */
  forcing: string[];
}

/** A character that takes two units never straddles two segments. */
function fill(sizes: number[], capacityEach: number): number[] {
  const used: number[] = [];
  for (const size of sizes) {
    const last = used.at(-1);
    if (last === undefined || last + size > capacityEach) used.push(size);
    else used[used.length - 1] = last + size;
  }
  return used;
}

/** What a text costs as it stands, without counting on a carrier's goodwill. */
export function countSegments(text: string): SegmentCount {
  const characters = [...text];
  const forcing = [...new Set(characters.filter((character) => !gsmUnits.has(character)))];
  const encoding: Encoding = forcing.length === 0 ? "GSM-7" : "UCS-2";
  const sizes = characters.map((character) =>
    encoding === "GSM-7" ? (gsmUnits.get(character) ?? 0) : character.length,
  );
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, joined } = capacity[encoding];
  return units <= alone
    ? { encoding, used: units === 0 ? [] : [units], capacity: alone, units, forcing }
    : { encoding, used: fill(sizes, joined), capacity: joined, units, forcing };
}
