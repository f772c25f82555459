import { z } from "zod";

const addresses = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => (typeof given === "string" ? [given] : given));

/** What POST /emails takes; fields that change nothing here are let through, as Resend does. */
export const emailRequest = z
  .object({
    from: z.string().min(1),
    to: addresses.refine((list) => list.length >= 1 && list.length <= 50),
    cc: addresses.default([]),
    bcc: addresses.default([]),
    reply_to: addresses.default([]),
    subject: z.string().min(1),
    html: z.string().nullable().default(null),
    text: z.string().nullable().default(null),
    headers: z.record(z.string(), z.string()).default({}),
  })
  .refine(({ html, text }) => html !== null || text !== null, {
    path: ["html"],
    message: "Missing `html` or `text` field.",
  });

export type EmailRequest = z.output<typeof emailRequest>;
