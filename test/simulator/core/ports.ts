import { z } from "zod";

export const simulatorOptions = z.strictObject({
  account_sid: z.string().regex(/^AC[0-9a-fA-F]{32}$/),
  auth_token: z.string().min(1),
  api_keys: z.array(z.strictObject({ sid: z.string(), secret: z.string() })).default([]),
  phone_number: z.string().regex(/^\+[1-9]\d{6,14}$/),
  messaging_service_sid: z
    .string()
    .regex(/^MG[0-9a-fA-F]{32}$/)
    .optional(),
  resend_api_key: z.string().min(1),
  webhooks: z.strictObject({
    /** Where inbound texts go; a connection-override fragment (#rc=5&rp=all) is honoured. */
    sms: z.url(),
  }),
});

export type SimulatorOptions = z.input<typeof simulatorOptions>;
export type Settings = z.output<typeof simulatorOptions>;

export type WebhookInit = {
  method: "POST";
  headers: Record<string, string>;
  body: string;
  redirect: "manual";
  /** Whoever owns the clock enforces it, rejecting with a DOMException named TimeoutError. */
  timeout_ms: number;
};

/** Everything the simulator knows about the outside. */
export type Ports = {
  now(): number;
  random(): number;
  schedule(after_ms: number, run: () => Promise<void>): void;
  fetch(url: string, init: WebhookInit): Promise<Response>;
  /** 32 hexadecimal digits; made from `random` when left out. */
  newId?: () => string;
};
