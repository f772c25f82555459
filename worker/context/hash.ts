const encoder = new TextEncoder();
const keys = new Map<string, Promise<CryptoKey>>();

const keyOf = (pepper: string) => {
  const known = keys.get(pepper);
  if (known) return known;
  const imported = crypto.subtle.importKey(
    "raw",
    encoder.encode(pepper),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  keys.set(pepper, imported);
  return imported;
};

export const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The suppression list's hash of a normalised address: HMAC-SHA-256 with PEPPER, as hex.
 * A plain hash of a phone number could be reversed by trying all of them.
 */
export const addressHash = async (pepper: string, address: string): Promise<string> =>
  toHex(await crypto.subtle.sign("HMAC", await keyOf(pepper), encoder.encode(address)));

export const sha256 = async (text: string): Promise<string> =>
  toHex(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
