const encoder = new TextEncoder();
const keys = new Map<string, Promise<CryptoKey>>();

const keyOf = (hash: Hash, secret: string) => {
  const name = `${hash} ${secret}`;
  const known = keys.get(name);
  if (known) return known;
  const algorithm = { name: "HMAC", hash };
  const imported = crypto.subtle.importKey("raw", encoder.encode(secret), algorithm, false, [
    "sign",
  ]);
  keys.set(name, imported);
  return imported;
};

type Hash = "SHA-1" | "SHA-256";

/** HMAC of a text; the key is imported once per isolate. */
export const hmac = async (hash: Hash, secret: string, text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(hash, secret), encoder.encode(text)));
