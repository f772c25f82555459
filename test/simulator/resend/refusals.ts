/** Resend's own words for what it will not do. */
export const resendRefusals = {
  missing_api_key: { statusCode: 401, message: "Missing API Key" },
  invalid_api_key: { statusCode: 403, message: "API key is invalid" },
  not_found: { statusCode: 404, message: "Email not found" },
  invalid_idempotency_key: {
    statusCode: 400,
    message: "The idempotency key must be between 1 and 256 characters.",
  },
  invalid_idempotent_request: {
    statusCode: 409,
    message: "This idempotency key was used before with another request body.",
  },
  missing_required_field: { statusCode: 422, message: "Missing or invalid field: %" },
} as const;

export type ResendRefusal = keyof typeof resendRefusals;

export function resendRefusalBody(name: ResendRefusal, about = "") {
  const { statusCode, message } = resendRefusals[name];
  return { statusCode, name, message: message.replace("%", about) };
}
