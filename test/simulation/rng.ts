/** Chance that repeats itself: the same seed and name give the same stream. */
export type Rng = {
  /** In [0, 1). */
  next(): number;
  chance(p: number): boolean;
  /** A whole number from `min` up to and including `max`. */
  int(min: number, max: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** One of what happens to be there. */
  any<T>(list: readonly T[]): T | undefined;
};

/** A stream of its own for everything that chooses, so that one choice more moves no other. */
export const rng = (seed: number, name: string): Rng => {
  let state = hash(seed, name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const any = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)];
  return {
    next,
    chance: (p) => next() < p,
    int: (min, max) => min + Math.floor(next() * (max - min + 1)),
    pick: (list) => any(list) ?? list[0],
    any,
  };
};

const hash = (seed: number, name: string) => {
  let h = seed ^ 0x9e3779b9;
  for (let i = 0; i < name.length; i += 1) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  return h ^ (h >>> 13);
};
