import { parseConfig } from "../../worker/context/config.ts";
import type { LocalSecrets } from "./local-secrets.ts";
import { type Variables, wranglerVars } from "./own-variables.ts";
import { StopHere } from "./stop-here.ts";

export type Urls = { worker: string; app: string; simulator: string };

/** What the Worker is told: everything it needs, as strings. */
export type WorkerVariables = Variables &
  Record<"PEPPER" | "ADMIN_EMAIL" | "PUBLIC_URL" | "APP_URL", string>;

/**
 * One TWILIO_ or RESEND_ variable of one's own replaces the simulator for that provider: the others
 * then come from oneself too, or are reported missing.
 */
export const workerVariables = (
  own: Variables,
  urls: Urls,
  secrets: LocalSecrets,
): WorkerVariables => {
  const brings = (prefix: string) => Object.keys(own).some((name) => name.startsWith(prefix));
  const variables = {
    ...wranglerVars(),
    ...(brings("TWILIO_") ? {} : simulatedTwilio(urls.simulator)),
    ...(brings("RESEND_") ? {} : simulatedResend(urls.simulator)),
    ADMIN_EMAIL: "lotte@spreekuur.example",
    PUBLIC_URL: urls.worker,
    APP_URL: urls.app,
    ...secrets,
    ...own,
  };
  const parsed = parseConfig(variables);
  if (!parsed.ok) throw new StopHere(`.dev.vars or the environment: ${parsed.sentences.join(" ")}`);
  return variables;
};

const simulatedTwilio = (url: string) => ({
  TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000001",
  TWILIO_AUTH_TOKEN: "simulator-auth-token",
  TWILIO_PHONE_NUMBER: "+32460000000",
  TWILIO_API_URL: url,
  TWILIO_CONTENT_URL: url,
  TWILIO_PRICING_URL: url,
});

const simulatedResend = (url: string) => ({
  RESEND_API_KEY: "re_simulator",
  EMAIL_FROM: "Spreekuur <noreply@spreekuur.example>",
  RESEND_API_URL: url,
});
