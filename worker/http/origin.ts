import type { Config } from "../context/config.ts";

/** True when the browser says the request came from our own page (and not merely our site). */
export const hasOurOrigin = (request: Request, config: Config): boolean =>
  request.headers.get("Origin") === new URL(config.APP_URL).origin &&
  (request.headers.get("Sec-Fetch-Site") ?? "same-origin") === "same-origin";
