import type { ProblemBody } from "#contracts/problem.ts";

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

type Query = Record<string, string | number | undefined>;
interface Request {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

const patience_ms = 20_000;

function address(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") search.set(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

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

async function call<T>(method: string, path: string, request: Request = {}): Promise<T> {
  const timeout = AbortSignal.timeout(patience_ms);
  const response = await fetch(address(path, request.query ?? {}), {
    method,
    signal: request.signal ? AbortSignal.any([request.signal, timeout]) : timeout,
    headers: {
      accept: "application/json",
      ...(request.body === undefined ? {} : { "content-type": "application/json" }),
      ...request.headers,
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  }).catch((error: unknown) => {
    if (request.signal?.aborted) throw error;
    throw new Unreachable("fetch");
  });
  if (!response.ok) throw await refusal(response);
  // The contract types the answer; both sides are built from it.
  return (response.status === 204 ? undefined : await response.json()) as T;
}

type Verb = <T>(path: string, request?: Request) => Promise<T>;
const verb =
  (method: string): Verb =>
  (path, request) =>
    call(method, path, request);

export const api = {
  get: verb("GET"),
  post: verb("POST"),
  put: verb("PUT"),
  patch: verb("PATCH"),
  delete: verb("DELETE"),
};
