import { isLoopback } from "../../context/config.ts";
import type { Channel } from "../channel.ts";
import { listSentTexts } from "./list-sent-texts.ts";
import { createMessage } from "../twilio/client.ts";

/** Retries by Twilio on connect failure, timeout, 4xx and 5xx; the fragment is never sent or signed. */
const connectionOverride = "#rc=5&rp=all";

export const sms: Channel = {
  senderAddress: (config) => config.TWILIO_PHONE_NUMBER,
  reachesPeople: (config) => !isLoopback(config.TWILIO_API_URL),
  // Our id rides in the signed callback URL, so that a callback finds its message even when the answer was lost.
  send: (ctx, message) =>
    createMessage(ctx, {
      to: message.address,
      body: message.content,
      status_callback: `${ctx.config.PUBLIC_URL}/api/sms/status?message=${message.id}${connectionOverride}`,
    }),
  listSent: listSentTexts,
};
