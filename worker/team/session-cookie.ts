import { parseSigned } from "hono/utils/cookie";
import type { Config } from "../context/config.ts";

const hour_ms = 3_600_000;

/** A session dies twelve hours after its last request and in any case after seven days. */
export const sessionLimits = {
  idle_ms: 12 * hour_ms,
  absolute_ms: 7 * 24 * hour_ms,
  /** How stale "last request" may be: one write per session and ten minutes. */
  touch_ms: hour_ms / 6,
} as const;

/** `__Host-` ties the cookie to this one host; browsers take it over https only. */
export const sessionCookie = (config: Config) => {
  const secure = config.APP_URL.startsWith("https://");
  const prefix = secure ? "__Host-spreekuur" : "spreekuur";
  return { secure, prefix, name: `${prefix}.session_token` };
};

/** The session token a request carries, when better-auth has signed it; null otherwise. */
export const readSessionToken = async (
  request: Request,
  config: Config,
): Promise<string | null> => {
  const header = request.headers.get("Cookie");
  if (header === null) return null;
  const { name } = sessionCookie(config);
  const cookies = await parseSigned(header, config.AUTH_SECRET, name);
  return cookies[name] || null;
};
