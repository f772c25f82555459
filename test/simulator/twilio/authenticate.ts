import type { Settings } from "../core/ports.ts";

/** The account with its Auth Token, or an API key with its secret. */
export function isAuthentic(settings: Settings, authorization: string | undefined): boolean {
  const [scheme = "", encoded = ""] = (authorization ?? "").split(" ", 2);
  if (scheme.toLowerCase() !== "basic") return false;
  const known = [{ sid: settings.account_sid, secret: settings.auth_token }, ...settings.api_keys];
  return known.some(({ sid, secret }) => btoa(`${sid}:${secret}`) === encoded);
}
