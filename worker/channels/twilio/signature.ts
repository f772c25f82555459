import { hmac } from "../../context/hmac.ts";

const encoder = new TextEncoder();

/**
 * X-Twilio-Signature of a form post (https://www.twilio.com/docs/usage/webhooks/webhooks-security):
 * base64(HMAC-SHA1(auth token, url + every key and value, sorted by key; equal values once)).
 */
export const signatureOf = async (
  authToken: string,
  url: string,
  form: URLSearchParams,
): Promise<string> => {
  const fields = [...new Set(form.keys())]
    .toSorted()
    .map((key) => [...new Set(form.getAll(key))].toSorted().map((value) => key + value))
    .flat()
    .join("");
  return btoa(String.fromCharCode(...(await hmac("SHA-1", authToken, url + fields))));
};

/** Twilio signs the URL with or without its port, so both forms are tried. */
const signedForms = (url: string): string[] => {
  const match = /^(https?):\/\/([^/]*@)?([^/:]+)(:\d+)?(.*)$/.exec(url);
  if (!match) return [url];
  const [, scheme = "", user = "", host = "", port, rest = ""] = match;
  const bare = `${scheme}://${user}${host}${rest}`;
  const withPort = `${scheme}://${user}${host}${port ?? (scheme === "https" ? ":443" : ":80")}${rest}`;
  return [bare, withPort];
};

/** `url` is the one we handed out: configured base, path and query; never what a header claims. */
export const isSignedByTwilio = async (
  authToken: string,
  url: string,
  form: URLSearchParams,
  signature: string,
): Promise<boolean> => {
  const given = encoder.encode(signature);
  for (const candidate of signedForms(url)) {
    const expected = encoder.encode(await signatureOf(authToken, candidate, form));
    if (expected.length === given.length && crypto.subtle.timingSafeEqual(expected, given))
      return true;
  }
  return false;
};
