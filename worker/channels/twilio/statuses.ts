import type { StatusReport } from "../channel.ts";

/**
 * Every status Twilio can report for a message of ours. What it has accepted counts as sent:
 * the message left our hands. `received` and `receiving` are about inbound messages.
 */
const meanings = new Map<string, StatusReport["status"]>([
  ["accepted", "sent"],
  ["scheduled", "sent"],
  ["queued", "sent"],
  ["sending", "sent"],
  ["sent", "sent"],
  ["partially_delivered", "sent"],
  ["delivered", "delivered"],
  ["read", "read"],
  ["failed", "failed"],
  ["undelivered", "failed"],
  ["canceled", "cancelled"],
]);

/** What a status of Twilio's means for our message; undefined when it says nothing about one. */
export const meaningOf = (status: string | null): StatusReport["status"] | undefined =>
  meanings.get(status ?? "");
