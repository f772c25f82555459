import type { Me } from "#contracts/team.ts";
import { api } from "./client.ts";

/** Uses the link up: a second time it is refused. */
export const redeemSignInLink = (token: string) =>
  api.post<Me>("/api/auth/magic-link/verify", { body: { token } });
