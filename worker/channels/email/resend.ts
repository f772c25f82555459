import { z } from "zod";
import type { Config } from "../../context/config.ts";
import type { EmailOutcome, EmailProvider, OutgoingMail } from "./email-provider.ts";

const timeout_ms = 10_000;
const pause_ms = 1_000;

const accepted = z.object({ id: z.string() });
const refused = z.object({ name: z.string() });

// The same key is being handled right now, or Resend wants fewer requests.
const passing = new Set(["concurrent_idempotent_requests", "rate_limit_exceeded"]);

/** Resend over its HTTP API. */
export const resend: EmailProvider = {
  send: async (ctx, mail) => {
    const answer = await ctx.fetch(requestFor(ctx.config, mail), timeout_ms).catch(() => null);
    if (answer === null || answer.status >= 500) return { kind: "unknown" };
    const body: unknown = await answer.json().catch(() => null);
    return outcomeOf(answer, body);
  },
};

const requestFor = (config: Config, mail: OutgoingMail) => {
  const { to, subject, text, html, idempotency_key } = mail;
  return new Request(`${config.RESEND_API_URL}/emails`, {
    method: "POST",
    redirect: "manual",
    headers: {
      Authorization: `Bearer ${config.RESEND_API_KEY}`,
      "Content-Type": "application/json",
      "Idempotency-Key": idempotency_key,
      "User-Agent": "spreekuur",
    },
    body: JSON.stringify({ from: config.EMAIL_FROM, to: [to], subject, text, html }),
  });
};

const outcomeOf = (answer: Response, body: unknown): EmailOutcome => {
  if (answer.ok) {
    const { data } = accepted.safeParse(body);
    return data ? { kind: "accepted", provider_id: data.id } : { kind: "unknown" };
  }
  const code = refused.safeParse(body).data?.name ?? String(answer.status);
  if (answer.status === 429 || passing.has(code)) {
    const seconds = Number(answer.headers.get("Retry-After"));
    return { kind: "retry", after_ms: seconds > 0 ? seconds * 1000 : pause_ms };
  }
  return { kind: "rejected", provider_code: code };
};
