import { z } from "zod";

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ""));
const secret = (min: number) => z.string().min(min);
const optional = (schema: z.ZodString) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const schema = z.object({
  TWILIO_ACCOUNT_SID: z.string().regex(/^AC[0-9a-fA-F]{32}$/, "must be AC and 32 hex digits"),
  TWILIO_AUTH_TOKEN: secret(16),
  TWILIO_API_KEY_SID: optional(z.string().regex(/^SK[0-9a-fA-F]{32}$/)),
  TWILIO_API_KEY_SECRET: optional(secret(16)),
  TWILIO_PHONE_NUMBER: z.string().regex(/^\+[1-9]\d{6,14}$/, "must be E.164, such as +32460000000"),
  TWILIO_MESSAGING_SERVICE_SID: optional(z.string().regex(/^MG[0-9a-fA-F]{32}$/)),
  TWILIO_API_URL: url.default("https://api.twilio.com"),
  RESEND_API_URL: url.default("https://api.resend.com"),
  RESEND_API_KEY: secret(1),
  EMAIL_FROM: z.string().min(3),
  ADMIN_EMAIL: z.email(),
  PEPPER: secret(16),
  AUTH_SECRET: secret(32),
  PUBLIC_URL: url,
  APP_URL: url,
});

export type Config = z.infer<typeof schema>;
export type ParsedConfig = { ok: true; config: Config } | { ok: false; sentences: string[] };

/** Vars and secrets, checked once; what is wrong comes back as one sentence per variable. */
export const parseConfig = (env: unknown): ParsedConfig => {
  const parsed = schema.safeParse(env);
  if (parsed.success) return { ok: true, config: parsed.data };
  return {
    ok: false,
    sentences: parsed.error.issues.map((issue) =>
      issue.code === "invalid_type" && issue.input === undefined
        ? `${issue.path.join(".")} is not set.`
        : `${issue.path.join(".")} is not usable: ${issue.message}.`,
    ),
  };
};

const parsedConfigs = new WeakMap<object, ParsedConfig>();

/** parseConfig, once per isolate. */
export const configOf = (env: Env): ParsedConfig => {
  const known = parsedConfigs.get(env);
  if (known) return known;
  const parsed = parseConfig(env);
  parsedConfigs.set(env, parsed);
  return parsed;
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

export const isLoopback = (address: string): boolean => loopback.has(new URL(address).hostname);
