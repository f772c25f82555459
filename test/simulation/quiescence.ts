/** Everything that can go on without a binding has gone on. */
export const quiescence = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
