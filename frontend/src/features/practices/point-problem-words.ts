import type { ProblemCode } from "#contracts/problem.ts";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** What is wrong with an address, at its own field. */
export const pointProblemWords: Partial<Record<ProblemCode, MessageDescriptor>> = {
  invalid: msg`Fill in an address.`,
  not_a_number: msg`This is not a phone number. Write it as 0470 12 34 56 or +32 470 12 34 56.`,
  not_a_mobile: msg`This is a landline, so it cannot receive an SMS.`,
  not_an_email: msg`This is not an email address.`,
  sending_in_progress: msg`Something is on its way to this practice right now. Wait a moment and try again.`,
};
