import { inboxMutants } from "./mutants/inbox.ts";
import { practiceMutants } from "./mutants/practices.ts";
import { receivingMutants } from "./mutants/receiving.ts";
import { sendingMutants } from "./mutants/sending.ts";
import { statusMutants } from "./mutants/status.ts";
import type { Patch } from "./patches.ts";

/** A defect planted into the source, to see that a law finds it. */
export type Mutant = { defect: string; patches: readonly Patch[] };

export const mutants: readonly Mutant[] = [
  ...sendingMutants,
  ...statusMutants,
  ...receivingMutants,
  ...inboxMutants,
  ...practiceMutants,
];
