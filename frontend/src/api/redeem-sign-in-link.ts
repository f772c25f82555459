import { answer, rpc } from "./client.ts";

/** Uses the link up: a second time it is refused. */
export const redeemSignInLink = (token: string) =>
  answer(rpc.auth["magic-link"].verify.$post({ json: { token } }));
