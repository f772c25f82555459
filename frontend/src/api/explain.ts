import type { MessageDescriptor } from "@lingui/core";
import { Refusal } from "./client.ts";
import { problemWords, unreachableWords } from "./problem-words.ts";

export interface Explanation {
  words: MessageDescriptor;
  /** What to quote when asking for help. */
  requestId: string | null;
}

/** A sentence for any error; a code this version does not know yet reads as one of ours. */
export function explain(error: unknown): Explanation {
  if (!(error instanceof Refusal)) return { words: unreachableWords, requestId: null };
  const { code, request_id } = error.problem;
  return { words: problemWords[code] ?? problemWords.internal, requestId: request_id || null };
}
