/** Time that passes only when a test says so; what is due runs in order, one thing at a time. */
export function virtualClock(start = Date.UTC(2026, 10, 23, 9, 0, 0)) {
  let now = start;
  let count = 0;
  const due: { at: number; order: number; run: () => Promise<void> }[] = [];

  const next = () => due.toSorted((a, b) => a.at - b.at || a.order - b.order)[0];

  return {
    now: () => now,
    schedule(after_ms: number, run: () => Promise<void>): void {
      count += 1;
      due.push({ at: now + after_ms, order: count, run });
    },
    /** Lets a running task spend time, as a slow answer does. */
    spend(ms: number): void {
      now += ms;
    },
    async advance(ms: number): Promise<void> {
      const until = now + ms;
      for (let task = next(); task && task.at <= until; task = next()) {
        due.splice(due.indexOf(task), 1);
        now = Math.max(now, task.at);
        await task.run();
      }
      now = Math.max(now, until);
    },
  };
}
