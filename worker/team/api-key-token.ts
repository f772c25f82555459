import { sha256 } from "../context/hash.ts";

const form = /^sk_spk_[0-9a-f]{64}$/;
const shownLength = "sk_spk_".length + 5;

/** Writes 32 random bytes (as hex) in the form of a key. */
export const apiKeyFrom = (random: string): string => `sk_spk_${random}`;

export const isApiKey = (text: string): boolean => form.test(text);

/** How a key is kept: 256 random bits need no salt and no slow hash. */
export const hashApiKey = (key: string): Promise<string> => sha256(key);

/** Enough to recognise a key by, far too little to guess it. */
export const apiKeyStart = (key: string): string => key.slice(0, shownLength);
