import { messageId } from "#contracts/ids.ts";
import type { StatusReport } from "../channel.ts";
import { reasonOf } from "../twilio/error-codes.ts";

/**
 * Every status Twilio can report for a message of ours. What it has accepted counts as sent:
 * the message left our hands. `received` and `receiving` are about inbound messages.
 */
const meanings: Readonly<Record<string, StatusReport["status"]>> = {
  accepted: "sent",
  scheduled: "sent",
  queued: "sent",
  sending: "sent",
  sent: "sent",
  partially_delivered: "sent",
  delivered: "delivered",
  read: "read",
  failed: "failed",
  undelivered: "failed",
  canceled: "cancelled",
};

/** Twilio's status callback; null when it is about no message of ours or says nothing we know. */
export const readStatus = (
  form: URLSearchParams,
  ourId: string | undefined,
): StatusReport | null => {
  const provider_id = form.get("MessageSid");
  const status = meanings[form.get("MessageStatus") ?? ""];
  const message = messageId.safeParse(ourId);
  if (!provider_id || !status || !message.success) return null;
  const provider_code = form.get("ErrorCode");
  return {
    message_id: message.data,
    provider_id,
    status,
    reason: status === "failed" ? reasonOf(provider_code) : null,
    provider_code,
  };
};
