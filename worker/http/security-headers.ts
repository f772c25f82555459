import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const headersWith = (allowed: { styleSrc?: string[] }) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      ...allowed,
    },
    crossOriginResourcePolicy: "same-origin",
    referrerPolicy: "no-referrer",
    strictTransportSecurity: "max-age=63072000; includeSubDomains",
    xFrameOptions: "DENY",
  });

const apiHeaders = headersWith({});
const done = async () => {};

/**
 * The API answers data, never a page: nothing may load from it, frame it or keep it. Errors carry the
 * headers too; those of a 101 cannot be changed.
 */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status === 101) return;
  await apiHeaders(c, done);
  c.header("Cache-Control", "no-store");
};

/** The API's own description is a page with a style sheet. */
export const docsHeaders = headersWith({ styleSrc: ["'self'"] });
