import type { ProblemCode } from "#contracts/problem.ts";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What happened and what to do, for whoever was refused. */
export const problemWords = {
  malformed_json: msg`Something went wrong on our side. Reload the page and try again.`,
  malformed_webhook: msg`Something went wrong on our side. Reload the page and try again.`,
  unauthenticated: msg`You have been signed out. Sign in again to go on.`,
  forbidden: msg`Your role does not allow this. Ask an administrator of your team.`,
  wrong_origin: msg`This page was opened from an address we do not trust. Open Spreekuur from its own address.`,
  bad_signature: msg`Something went wrong on our side. Reload the page and try again.`,
  not_found: msg`This does not exist, or no longer.`,
  practice_not_found: msg`This practice no longer exists.`,
  conversation_not_found: msg`This conversation no longer exists.`,
  message_not_found: msg`This message no longer exists.`,
  method_not_allowed: msg`Something went wrong on our side. Reload the page and try again.`,
  address_in_use: msg`Another practice already has this address.`,
  sending_in_progress: msg`This message is being sent right now. Wait a moment.`,
  stale_conversation: msg`Something came in before you sent this. Read it first.`,
  conversation_merged: msg`This conversation now continues with a practice.`,
  already_linked: msg`A colleague has just linked this sender to a practice.`,
  not_retryable: msg`This message cannot be sent again.`,
  confirm_possible_duplicate: msg`The first message may have arrived. Confirm that you want to send it again.`,
  last_admin: msg`A team needs at least one administrator.`,
  member_exists: msg`This person is already in the team.`,
  body_too_large: msg`This is too large to send.`,
  invalid: msg`Something in this form is not right. Check the fields.`,
  not_a_number: msg`This is not a phone number.`,
  not_a_mobile: msg`This is not a mobile number, so it cannot receive an SMS.`,
  not_an_email: msg`This is not an email address.`,
  no_contact_point: msg`This practice has no number for this channel. Add one first.`,
  channel_not_available: msg`This channel is not available here.`,
  opted_out: msg`This number has opted out of SMS. Nothing was sent.`,
  idempotency_key_reused: msg`This was already sent with another content. Reload the page.`,
  too_many_requests: msg`Too many attempts. Wait a minute and try again.`,
  internal: msg`Something went wrong on our side. Nothing was lost; try again.`,
  not_configured: msg`The administrator has not finished setting this up.`,
  try_again: msg`It is busy for a moment. Try again.`,
} satisfies Record<ProblemCode, MessageDescriptor>;

export const unreachableWords = msg`No connection. Check your network and try again.`;
