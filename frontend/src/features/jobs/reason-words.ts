import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const slow = msg`It took too long. Trying again usually helps.`;

/** A sentence per kind of error; the Worker only gives its name. */
const words: Record<string, MessageDescriptor> = {
  ZodError: msg`The work itself is not right. Trying again will probably not help; tell whoever maintains Spreekuur.`,
  TimeoutError: slow,
  AbortError: slow,
  Error: msg`The database or the network did not answer. Trying again usually helps.`,
};

const notKnown = msg`Why it stopped is not known.`;

export const reasonWords = (reason: string): MessageDescriptor =>
  Object.hasOwn(words, reason) ? (words[reason] ?? notKnown) : notKnown;
