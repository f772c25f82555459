/** X-Twilio-Signature: the key is the Auth Token, the text is the URL followed by every sorted parameter. */
export async function signature(
  auth_token: string,
  url: string,
  params: readonly (readonly [string, string])[],
): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(auth_token),
    { name: "HMAC", hash: "SHA-1" },
    false,
    ["sign"],
  );
  const digest = await crypto.subtle.sign("HMAC", key, encoder.encode(signedText(url, params)));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

function signedText(url: string, params: readonly (readonly [string, string])[]): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of params)
    values.set(name, (values.get(name) ?? new Set<string>()).add(value));
  const sorted = [...values].toSorted(([a], [b]) => byCodeUnit(a, b));
  const pairs = sorted.flatMap(([name, set]) =>
    [...set].toSorted(byCodeUnit).map((value) => name + value),
  );
  return url + pairs.join("");
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
