import type { FailureReason } from "#contracts/messages.ts";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

interface FailureWords {
  what: MessageDescriptor;
  fix: MessageDescriptor;
}

/** What happened in plain words, and what one can do. */
export const failureWords = {
  opted_out: {
    what: msg`This number has opted out of SMS.`,
    fix: msg`Only they can undo it, by texting START.`,
  },
  invalid_number: {
    what: msg`This number does not exist.`,
    fix: msg`Check the number with the practice.`,
  },
  landline: {
    what: msg`This is a landline, it cannot receive an SMS.`,
    fix: msg`Add a mobile number to the practice.`,
  },
  unreachable: {
    what: msg`The phone could not be reached.`,
    fix: msg`Try again later.`,
  },
  number_gone: {
    what: msg`This number is no longer in use.`,
    fix: msg`Ask the practice for its new number.`,
  },
  blocked: {
    what: msg`The recipient blocks messages from our number.`,
    fix: msg`Call the practice.`,
  },
  filtered: {
    what: msg`The carrier took this for spam.`,
    fix: msg`Write it differently, without links, and try again.`,
  },
  content_refused: {
    what: msg`The text was refused.`,
    fix: msg`Shorten or change it and try again.`,
  },
  expired: {
    what: msg`The phone stayed unreachable too long.`,
    fix: msg`Try again later.`,
  },
  queue_full: {
    what: msg`Too many messages were waiting at the carrier.`,
    fix: msg`Try again in a few minutes.`,
  },
  region_not_allowed: {
    what: msg`Sending to this country is switched off.`,
    fix: msg`An administrator can allow it at Twilio.`,
  },
  sender_not_usable: {
    what: msg`Our own number cannot send to this number.`,
    fix: msg`Ask an administrator to check the sending number.`,
  },
  account_stopped: {
    what: msg`Our account with the carrier has been stopped.`,
    fix: msg`Ask an administrator to check the account.`,
  },
  recipient_not_verified: {
    what: msg`A trial account only sends to verified numbers.`,
    fix: msg`Verify this number at Twilio.`,
  },
  carrier: {
    what: msg`The carrier refused it without saying why.`,
    fix: msg`Try again, or call the practice.`,
  },
  provider_error: {
    what: msg`The provider refused it.`,
    fix: msg`Try again; if it stays so, show the details to an administrator.`,
  },
  demo_practice: {
    what: msg`This is a practice from the demo data; nothing really leaves.`,
    fix: msg`Add a practice of your own.`,
  },
  practice_deleted: {
    what: msg`The practice was deleted before this left.`,
    fix: msg`Nothing was sent.`,
  },
} satisfies Record<FailureReason, FailureWords>;
