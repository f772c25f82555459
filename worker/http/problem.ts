import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import {
  type ProblemBody,
  type ProblemCode,
  type ProblemExtras,
  problems,
} from "#contracts/problem.ts";

/** What a caller did wrong. Becomes application/problem+json (RFC 9457) in `onError`. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, extras: ProblemExtras = {}) {
    super(code);
    this.code = code;
    this.extras = extras;
  }
}

export const problemResponse = (
  c: Context,
  code: ProblemCode,
  requestId: string,
  extras: ProblemExtras = {},
) => {
  const status: ContentfulStatusCode = problems[code];
  const body: ProblemBody = {
    type: `https://spreekuur.example/problems/${code}`,
    title: code.replaceAll("_", " "),
    status,
    code,
    request_id: requestId,
    ...extras,
  };
  return c.json(body, status, { "content-type": "application/problem+json" });
};
