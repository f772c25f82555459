import type { World } from "./world.ts";

type Job = { id: string; body: unknown; attempts: number };

/** What a consumer decides about a message; without a word it is acknowledged. */
type Verdict = { retry_s: number | null };

export type Consume = (batch: MessageBatch) => Promise<boolean>;

const maxBatch = 100;
const batchWait_ms = 1_000;
const maxRetries = 5;

/** One queue as wrangler.toml sets it up: batches, delays, redelivery, a dead-letter queue. */
export const createQueue = (
  world: World,
  name: string,
  consume: Consume,
  ends: { givenUp(body: unknown): void; done(body: unknown): void },
) => {
  const { clock, strikes } = world;
  const chance = world.rng(`queue ${name}`);
  let ready: Job[] = [];
  let count = 0;
  let collecting = false;
  let underWay = 0;

  const enter = (job: Job, after_ms: number) => {
    underWay += 1;
    clock.after(after_ms, () => {
      ready.push(job);
      if (collecting) return;
      collecting = true;
      clock.after(batchWait_ms, () => void deliver());
    });
  };

  const deliver = async () => {
    collecting = false;
    const batch = ready.slice(0, maxBatch).toSorted(() => chance.next() - 0.5);
    ready = ready.slice(maxBatch);
    const verdicts = new Map<Job, Verdict>();
    const messages = batch.map((job) => ({
      id: job.id,
      body: job.body,
      attempts: job.attempts,
      timestamp: new Date(clock.now()),
      ack: () => void (verdicts.has(job) || verdicts.set(job, { retry_s: null })),
      retry: (options?: { delaySeconds?: number }) =>
        void (verdicts.has(job) || verdicts.set(job, { retry_s: options?.delaySeconds ?? 0 })),
    }));
    world.log(`queue ${name} delivers ${batch.length}`);
    // The part of MessageBatch that the consumer reads.
    const finished = await consume({ queue: name, messages } as unknown as MessageBatch);
    for (const job of batch)
      settle(job, finished ? (verdicts.get(job) ?? { retry_s: null }) : { retry_s: 1 });
    if (ready.length > 0) void deliver();
  };

  const settle = (job: Job, { retry_s }: Verdict) => {
    underWay -= 1;
    if (retry_s === null) ends.done(job.body);
    if (retry_s === null && !strikes(chance, "job_redelivered")) return;
    const next = { ...job, attempts: job.attempts + 1 };
    const spent = next.attempts > maxRetries + 1;
    if (retry_s !== null && (spent || strikes(chance, "job_given_up")))
      return ends.givenUp(job.body);
    enter(next, (retry_s ?? chance.int(0, 60)) * 1000);
  };

  return {
    send: (body: unknown, options?: { delaySeconds?: number }) => {
      count += 1;
      if (strikes(chance, "job_lost")) return;
      const late_s = strikes(chance, "job_late") ? chance.int(1, 90) : 0;
      const job = { id: `job${count}`, body: structuredClone(body), attempts: 1 };
      enter(job, ((options?.delaySeconds ?? 0) + late_s) * 1000);
    },
    waiting: () => underWay,
  };
};
