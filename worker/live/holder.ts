/** Whose socket it is; kept on the socket itself, so that it survives hibernation. */
export type Holder = { member_id: string; session_id: string; expires_at: number };

const header = "x-spreekuur-holder";

/** The upgrade request as a Durable Object gets it: the Worker has checked who asks. */
export const withHolder = (request: Request, holder: Holder): Request => {
  const headers = new Headers(request.headers);
  headers.set(header, JSON.stringify(holder));
  return new Request(request, { headers });
};

/** Only the Worker can reach an object, and it writes the header itself. */
export const holderOf = (request: Request): Holder | null =>
  JSON.parse(request.headers.get(header) ?? "null") as Holder | null;
