import type { Message } from "../core/state.ts";
import type { Settings } from "../core/ports.ts";
import { deliveryErrors } from "./delivery-errors.ts";
import { rfc2822 } from "./rfc2822.ts";

export const messagesPath = (settings: Settings): string =>
  `/2010-04-01/Accounts/${settings.account_sid}/Messages`;

/** The Message resource; counts and prices are text there, the error code is a number. */
export function messageView(settings: Settings, message: Message) {
  const path = `${messagesPath(settings)}/${message.sid}`;
  const code = message.error_code;
  return {
    sid: message.sid,
    account_sid: settings.account_sid,
    api_version: "2010-04-01",
    to: message.to,
    from: message.from,
    messaging_service_sid: message.messaging_service_sid,
    body: message.body,
    status: message.status,
    direction: message.direction,
    num_segments: String(message.segments),
    num_media: "0",
    price: message.price_micros === null ? null : (-message.price_micros / 1e6).toFixed(5),
    price_unit: message.price_micros === null ? null : "USD",
    error_code: code,
    error_message: code === null ? null : (deliveryErrors[code] ?? null),
    date_created: rfc2822(message.created_at),
    date_updated: rfc2822(message.updated_at),
    date_sent: message.sent_at === null ? null : rfc2822(message.sent_at),
    uri: `${path}.json`,
    subresource_uris: { media: `${path}/Media.json` },
  };
}
