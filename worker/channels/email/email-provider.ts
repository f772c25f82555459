import type { Ctx } from "../../context/context.ts";

export type OutgoingMail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The provider sends a mail with the same key once within 24 hours. */
  idempotency_key: string;
};

/** What the provider did; thanks to the key, `retry` and `unknown` may both be tried again. */
export type EmailOutcome =
  | { kind: "accepted"; provider_id: string }
  | { kind: "rejected"; provider_code: string }
  | { kind: "retry"; after_ms: number }
  | { kind: "unknown" };

/** Who carries our mail. */
export type EmailProvider = {
  send(ctx: Ctx, mail: OutgoingMail): Promise<EmailOutcome>;
};
