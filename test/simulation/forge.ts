import type { WebhookInit } from "../simulator/core/ports.ts";
import { signature } from "../simulator/twilio/signature.ts";
import { config } from "./settings.ts";

/** A webhook as Twilio would send it, or as somebody would who does not know the token. */
export const webhook = async (
  url: string,
  fields: Record<string, string>,
  token: string = config.TWILIO_AUTH_TOKEN,
): Promise<WebhookInit> => {
  const params = Object.entries({ AccountSid: config.TWILIO_ACCOUNT_SID, ...fields });
  return {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": await signature(token, url, params),
    },
    body: new URLSearchParams(params).toString(),
    redirect: "manual",
    timeout_ms: 15_000,
  };
};
