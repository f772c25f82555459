import type { FailureReason } from "#contracts/messages.ts";

/**
 * Twilio's error codes, as the reader needs them: https://www.twilio.com/docs/api/errors.
 * Codes come both in the answer to a send and, later, in a status callback.
 */
const reasons: Readonly<Record<string, FailureReason>> = {
  20003: "account_stopped",
  20005: "account_stopped",
  20404: "account_stopped",
  21211: "invalid_number",
  21212: "sender_not_usable",
  21408: "region_not_allowed",
  21602: "content_refused",
  21603: "sender_not_usable",
  21604: "invalid_number",
  21606: "sender_not_usable",
  21608: "recipient_not_verified",
  21609: "content_refused",
  21610: "opted_out",
  21611: "queue_full",
  21612: "region_not_allowed",
  21614: "landline",
  21617: "content_refused",
  21619: "content_refused",
  21620: "content_refused",
  21623: "content_refused",
  21658: "content_refused",
  21659: "sender_not_usable",
  21660: "sender_not_usable",
  21703: "sender_not_usable",
  21704: "sender_not_usable",
  21705: "sender_not_usable",
  30001: "queue_full",
  30002: "account_stopped",
  30003: "unreachable",
  30004: "blocked",
  30005: "number_gone",
  30006: "landline",
  30007: "filtered",
  30008: "carrier",
  30017: "carrier",
  30018: "sender_not_usable",
  30024: "sender_not_usable",
  30036: "expired",
  30410: "carrier",
  30450: "blocked",
  30500: "provider_error",
};

/** An unknown code gets the conservative class: something went wrong at the provider. */
export const reasonOf = (code: string | null): FailureReason =>
  (code === null ? undefined : reasons[code]) ?? "provider_error";
