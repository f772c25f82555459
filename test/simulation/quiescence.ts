/** Lets everything go on that can go on without a binding; `stalled` names who waits for nothing we know of. */
export const quiescence = async (stalled: () => string | null): Promise<void> => {
  for (let tick = 0; tick < 1_000; tick += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (stalled() === null) return;
  }
  throw new Error(`${stalled()} awaits something outside the seam`);
};
