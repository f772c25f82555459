import { z } from "zod";
import { contactChannel } from "./channels.ts";
import { contactPointId, conversationId, practiceId } from "./ids.ts";

/** Every refusal a caller can get, with its status. The code is stable; the browser words it. */
export const problems = {
  malformed_json: 400,
  malformed_webhook: 400,
  unauthenticated: 401,
  forbidden: 403,
  wrong_origin: 403,
  bad_signature: 403,
  not_found: 404,
  practice_not_found: 404,
  conversation_not_found: 404,
  message_not_found: 404,
  method_not_allowed: 405,
  address_in_use: 409,
  sending_in_progress: 409,
  stale_conversation: 409,
  conversation_merged: 409,
  already_linked: 409,
  not_retryable: 409,
  confirm_possible_duplicate: 409,
  last_admin: 409,
  member_exists: 409,
  body_too_large: 413,
  invalid: 422,
  not_a_number: 422,
  not_a_mobile: 422,
  not_an_email: 422,
  no_contact_point: 422,
  channel_not_available: 422,
  opted_out: 422,
  idempotency_key_reused: 422,
  too_many_requests: 429,
  internal: 500,
  not_configured: 503,
  try_again: 503,
} as const;

export type ProblemCode = keyof typeof problems;

/** Where a second practice wants an address that another one already has. */
export const addressConflict = z.strictObject({
  contact_point_id: contactPointId,
  channel: contactChannel,
  address: z.string(),
  practice: z.strictObject({ id: practiceId, name: z.string() }),
  /** `link`: add the person to the practice that has the address. `move`: take the address over. */
  options: z.array(z.enum(["link", "move"])),
});

/** RFC 9457 problem details, as `application/problem+json`. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string().optional(),
  request_id: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  conflict: addressConflict.optional(),
  merged_into: conversationId.optional(),
});
export type ProblemBody = z.infer<typeof problem>;
export type ProblemExtras = Pick<ProblemBody, "detail" | "errors" | "conflict" | "merged_into">;
