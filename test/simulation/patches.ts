import { mutants } from "./mutants.ts";

/** A change to a source text; one that no longer applies is an error. */
export type Patch = { file: string; find: string; replace: string };

/** Limits made small, so that a short seed meets them. */
const smaller: readonly Patch[] = [
  { file: "worker/practices/adopt.ts", find: "movedAtOnce = 500", replace: "movedAtOnce = 2" },
];

/** The planted defect this process runs with, if any. */
const mutant = process.env["MUTANT"];

const wanted = (): readonly Patch[] => {
  if (mutant === undefined) return smaller;
  const planted = mutants.find(({ defect }) => defect === mutant);
  if (!planted) throw new Error(`there is no mutant "${mutant}"`);
  return [...smaller, ...planted.patches];
};

const patches = wanted();
const applied = new Set<Patch>();

/** The text of a file with everything that is changed in it. */
export const patched = (file: string, text: string): string => {
  let changed = text;
  for (const patch of patches) {
    if (patch.file !== file) continue;
    if (!changed.includes(patch.find))
      throw new Error(`in ${file} there is no more: ${patch.find}`);
    changed = changed.replace(patch.find, () => patch.replace);
    applied.add(patch);
  }
  return changed;
};

export const isPatched = (file: string): boolean => patches.some((patch) => patch.file === file);

/** Throws when a patch found no file to change. */
export const everyPatchApplied = (): void => {
  const missed = patches.find((patch) => !applied.has(patch));
  if (missed) throw new Error(`nothing loaded ${missed.file}`);
};
