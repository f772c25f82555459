import { z } from "zod";
import { messageStatuses, step } from "../twilio/journeys.ts";
import { activeFault } from "./faults.ts";

const message = z.strictObject({
  sid: z.string(),
  direction: z.enum(["inbound", "outbound-api", "outbound-reply"]),
  to: z.string(),
  from: z.string().nullable(),
  messaging_service_sid: z.string().nullable(),
  body: z.string(),
  status: z.enum(messageStatuses),
  segments: z.number(),
  price_micros: z.number().nullable(),
  error_code: z.number().nullable(),
  status_callback: z.string().nullable(),
  created_at: z.number(),
  updated_at: z.number(),
  sent_at: z.number().nullable(),
  /** Legs of the journey still ahead. */
  ahead: z.array(step),
});

const phone = z.strictObject({
  address: z.string(),
  name: z.string().nullable(),
  faults: z.array(activeFault),
  created_at: z.number(),
});

const mail = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  reply_to: z.array(z.string()),
  subject: z.string(),
  html: z.string().nullable(),
  text: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  created_at: z.number(),
});

const wireEntry = z.strictObject({
  id: z.string(),
  at: z.number(),
  took_ms: z.number(),
  /** Seen from the product: what it asked of the provider, and what the provider brought. */
  direction: z.enum(["from_product", "to_product"]),
  method: z.string(),
  url: z.string(),
  params: z.array(z.tuple([z.string(), z.string()])),
  /** null: no answer, or (with a note) nothing was sent. */
  status: z.number().nullable(),
  note: z.string().nullable(),
  sid: z.string().nullable(),
});

const webhookCall = z.strictObject({
  url: z.string(),
  params: z.array(z.tuple([z.string(), z.string()])),
  sid: z.string(),
  token: z.string(),
  attempt: z.number(),
  first_at: z.number().nullable(),
});

const task = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("advance"), sid: z.string() }),
  z.strictObject({ kind: z.literal("price"), sid: z.string() }),
  z.strictObject({ kind: z.literal("webhook"), call: webhookCall }),
]);

const job = z.strictObject({ id: z.string(), due_at: z.number(), task });

const heldCallback = z.strictObject({ id: z.string(), held_at: z.number(), call: webhookCall });

const idempotentMail = z.strictObject({
  mail_id: z.string(),
  request: z.string(),
  at: z.number(),
});

/** Plain data, so that it can be written to a file and read back whole. Records keep insertion order. */
export const state = z.strictObject({
  messages: z.record(z.string(), message),
  phones: z.record(z.string(), phone),
  provider_faults: z.array(activeFault),
  opted_out: z.array(z.string()),
  mails: z.record(z.string(), mail),
  mail_keys: z.record(z.string(), idempotentMail),
  wire: z.array(wireEntry),
  jobs: z.record(z.string(), job),
  held: z.array(heldCallback),
});

export type Message = z.output<typeof message>;
export type Phone = z.output<typeof phone>;
export type Mail = z.output<typeof mail>;
export type WireEntry = z.output<typeof wireEntry>;
export type WebhookCall = z.output<typeof webhookCall>;
export type HeldCallback = z.output<typeof heldCallback>;
export type Task = z.output<typeof task>;
export type State = z.output<typeof state>;

export const emptyState = (): State => ({
  messages: {},
  phones: {},
  provider_faults: [],
  opted_out: [],
  mails: {},
  mail_keys: {},
  wire: [],
  jobs: {},
  held: [],
});
