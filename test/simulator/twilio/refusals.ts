type Refusal = { status: 400 | 401 | 403 | 404 | 409 | 429 | 500; message: string };

/** `%` is where Twilio repeats the value it refuses. */
export const refusals = {
  20001: { status: 400, message: "Unknown parameters in request: %" },
  20003: { status: 401, message: "Authenticate" },
  20009: {
    status: 409,
    message: "Cannot delete message because delivery has not been completed.",
  },
  20404: { status: 404, message: "The requested resource % was not found" },
  20429: { status: 429, message: "Too Many Requests" },
  20500: { status: 500, message: "An internal server error has occurred" },
  21211: { status: 400, message: "Invalid 'To' Phone Number: %" },
  21212: { status: 400, message: "Invalid 'From' Phone Number: %" },
  21266: { status: 400, message: "'To' and 'From' number cannot be the same: %" },
  21408: {
    status: 400,
    message:
      "Permission to send an SMS has not been enabled for the region indicated by the 'To' number: %",
  },
  21602: { status: 400, message: "Message body is required." },
  21603: { status: 400, message: "A 'From' phone number is required." },
  21604: { status: 400, message: "A 'To' phone number is required." },
  21606: {
    status: 400,
    message:
      "The 'From' phone number % is not a valid, message-capable Twilio phone number for this account",
  },
  21609: { status: 400, message: "The 'StatusCallback' URL % is not a valid URL." },
  21610: { status: 400, message: "Attempt to send to unsubscribed recipient" },
  21611: {
    status: 400,
    message: "This 'From' number has exceeded the maximum number of queued messages",
  },
  21612: {
    status: 400,
    message:
      "Message cannot be sent with the current combination of 'To' (%) and/or 'From' parameters",
  },
  21614: { status: 400, message: "'To' number is not a valid mobile number: %" },
  21617: {
    status: 400,
    message: "The concatenated message body exceeds the 1600 character limit.",
  },
  21705: { status: 400, message: "The Messaging Service Sid % is invalid." },
  30409: { status: 400, message: "This message cannot be canceled" },
  35114: { status: 400, message: "Scheduling does not support this timestamp: %" },
} as const satisfies Record<number, Refusal>;

export type RefusalCode = keyof typeof refusals;

export type Refused = { code: RefusalCode; about?: string };

export const isRefused = (value: object): value is Refused => "code" in value;

export function refusalBody({ code, about = "" }: Refused) {
  const { status, message } = refusals[code];
  return {
    code,
    message: message.replace("%", about),
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  };
}
