import type { Ctx } from "../context/context.ts";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The provider sends a mail with the same key once, however often it is asked. */
  idempotency_key: string;
};

/** How mail leaves; app.ts hands in the email provider, which lies further down the imports. */
export type SendMail = (ctx: Ctx, mail: Mail) => Promise<{ kind: string; after_ms?: number }>;

const attempts = 3;
/** Work after the answer gets 30 s in all. */
const longestPause_ms = 5_000;

/** Sends one mail; the idempotency key makes a second attempt harmless. */
export const post = async (ctx: Ctx, input: { mail: Mail; sendMail: SendMail }): Promise<void> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { kind, after_ms = 0 } = await input.sendMail(ctx, input.mail);
    if (kind === "accepted") return;
    ctx.log({ event: "team_mail_not_sent", request_id: ctx.requestId, outcome: kind, attempt });
    if (kind === "rejected" || attempt === attempts) return;
    await scheduler.wait(Math.min(after_ms, longestPause_ms));
  }
};
