export type Clock = {
  now(): number;
  /** Runs once this much virtual time has passed; what is due together runs in the order it was asked. */
  after(ms: number, run: () => void): void;
  /** Jumps to the next thing that is due and runs it; false when nothing is, or not until then. */
  step(until: number): boolean;
  jump(to: number): void;
};

type Due = { at: number; order: number; run: () => void };

/** Time that stands still while code runs, and jumps when nothing is left to do at a moment. */
export const clock = (start: number): Clock => {
  let now = start;
  let order = 0;
  const heap: Due[] = [];

  return {
    now: () => now,
    after(ms, run) {
      order += 1;
      push(heap, { at: now + Math.max(0, ms), order, run });
    },
    step(until) {
      const [next] = heap;
      if (!next || next.at > until) return false;
      pop(heap);
      now = Math.max(now, next.at);
      next.run();
      return true;
    },
    jump(to) {
      now = Math.max(now, to);
    },
  };
};

const earlier = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.order < b.order);

const push = (heap: Due[], item: Due) => {
  let at = heap.length;
  heap.push(item);
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (!parent || !earlier(item, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = item;
};

const pop = (heap: Due[]) => {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const below = left && right && earlier(right, left) ? 2 * at + 2 : 2 * at + 1;
    const child = heap[below];
    if (!child || !earlier(child, last)) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = last;
};
