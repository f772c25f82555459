/** Lets everything go on that can go on without a binding. */
export const quiescence = async (isStalled: () => boolean): Promise<void> => {
  for (let tick = 0; tick < 1_000; tick += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (!isStalled()) return;
  }
  throw new Error("a handler awaits something outside the seam");
};
