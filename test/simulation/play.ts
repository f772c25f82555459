import type { House } from "./house.ts";
import type { Objects } from "./objects.ts";
import type { Product } from "./product.ts";
import type { Tab } from "./tab.ts";
import type { Twilio } from "./twilio.ts";
import type { World } from "./world.ts";

/** Everything a move can reach, and what it writes down for the laws. */
export type Play = {
  world: World;
  house: House;
  product: Product;
  twilio: Twilio;
  objects: Objects;
  tabs: Tab[];
  /** What colleagues meant to send, by its text; the id it was promised under, if it was. */
  meant: Map<string, { promised: string | null }>;
  /** Whom an answer said a conversation was linked to. */
  linked: { conversation: string; practice: number }[];
  /** Conversations that others joined at the very end: who has one open fetches it again. */
  joined: Set<string>;
  /** Dead jobs that somebody drove again. */
  driven: Set<string>;
  /** What must be nowhere any more. */
  erased: { practice: number; name: string }[];
  /** A text nobody has written before. */
  text(kind: string): string;
};

export const phones = {
  abeel: "+32470000001",
  abeelToo: "+32470000002",
  berk: "+32470000003",
  ceder: "+32470000004",
  demo: "+32470000005",
  esdoorn: "+32470000006",
  unknown1: "+32470000011",
  unknown2: "+32470000012",
  unknown3: "+32470000013",
} as const;

export const allPhones = Object.values(phones) as [string, ...string[]];
export const strangers = [phones.unknown1, phones.unknown2, phones.unknown3] as const;
