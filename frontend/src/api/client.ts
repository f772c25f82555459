import { hc } from "hono/client";
import type { ProblemBody } from "#contracts/problem.ts";
import type { AppType } from "../../../worker/app.ts";
import { watched } from "./network-doubt.ts";

/** The Worker understood the request and refused it. */
export class Refusal extends Error {
  readonly problem: ProblemBody;
  constructor(problem: ProblemBody) {
    super(problem.code);
    this.problem = problem;
  }
}

/** No answer came; whether the request arrived is not known. */
export class Unreachable extends Error {}

const patience_ms = 20_000;

async function refusal(response: Response): Promise<Error> {
  const request_id = response.headers.get("x-request-id") ?? "";
  const isProblem = response.headers.get("content-type")?.includes("application/problem+json");
  // Only our own Worker answers with this media type, and only with this shape.
  if (isProblem) return new Refusal((await response.json()) as ProblemBody);
  if (response.status >= 502) return new Unreachable(`${response.status}`);
  const code = response.status === 401 ? "unauthenticated" : "internal";
  return new Refusal({
    type: "about:blank",
    title: code,
    status: response.status,
    code,
    request_id,
  });
}

/** fetch, with patience, and with every refusal thrown. */
async function ask(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const timeout = AbortSignal.timeout(patience_ms);
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  const response = await watched(fetch(input, { ...init, signal })).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new Unreachable("fetch");
  });
  if (!response.ok) throw await refusal(response);
  return response;
}

/** The Worker's routes, typed by the Worker itself. */
export const rpc = hc<AppType>("/", { fetch: ask }).api;

/** What a route answered; refusals have been thrown by then. */
export const answer = async <T>(request: Promise<{ json: () => Promise<T> }>): Promise<T> =>
  (await request).json();
