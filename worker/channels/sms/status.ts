import { messageId } from "#contracts/ids.ts";
import type { StatusReport } from "../channel.ts";
import { reasonOf } from "../twilio/error-codes.ts";
import { meaningOf } from "../twilio/statuses.ts";

/** Twilio's status callback; null when it is about no message of ours or says nothing we know. */
export const readStatus = (
  form: URLSearchParams,
  ourId: string | undefined,
): StatusReport | null => {
  const provider_id = form.get("MessageSid");
  const status = meaningOf(form.get("MessageStatus"));
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
