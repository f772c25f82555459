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

/** The API answers data, never a page: nothing may load from it or frame it. */
export const securityHeaders = headersWith({});

/** The API's own description is a page with a style sheet. */
export const docsHeaders = headersWith({ styleSrc: ["'self'"] });
