import type { createWorker as CreateWorker } from "../../worker/index.ts";
import type { Caller } from "../../worker/context/actor.ts";
import type { d1 } from "./d1.ts";
import type { Objects } from "./objects.ts";
import { type Answer, callProvider, type CallWatch } from "./provider.ts";
import { config } from "./settings.ts";
import type { Invocation, World } from "./world.ts";

/** What an isolate is set into for one seed. */
export type Surroundings = {
  world: World;
  database: ReturnType<typeof d1>;
  objects: Objects;
  queue: { send(body: unknown, options?: { delaySeconds?: number }): void };
  provider: Answer;
  watch: CallWatch;
  whoAsks(request: Request): Caller | null;
};

export type Isolate = ReturnType<typeof createIsolate>;

/** A Worker as Cloudflare runs it: its own env, its own clock, here one invocation at a time. */
export const createIsolate = (createWorker: typeof CreateWorker) => {
  let around: Surroundings | null = null;
  let running: Invocation | null = null;
  let skew_ms = 0;

  const here = () => {
    if (!around || !running) throw new Error("this isolate runs nothing");
    return { ...around, invocation: running };
  };

  const objectCall = (name: string, run: () => unknown) => {
    const { world, invocation, objects } = here();
    return world.step(invocation, name, {
      latency_ms: () => invocation.rng.int(1, 20),
      failsBefore: () => world.strikes(invocation.rng, "object_fails"),
      error: "Durable Object reset",
      run: () => {
        if (world.strikes(invocation.rng, "object_evicted")) objects.evict();
        return run();
      },
    });
  };

  const env = {
    ...config,
    get DB() {
      return binding;
    },
    OUTBOUND: {
      send: (body: unknown, options?: { delaySeconds?: number }) => {
        const { world, invocation, queue } = here();
        return world.step(invocation, "queue takes", {
          latency_ms: () => invocation.rng.int(1, 10),
          failsBefore: () => world.strikes(invocation.rng, "job_not_taken"),
          error: "Queue send failed",
          run: () => queue.send(body, options),
        });
      },
    },
    SIGN_IN_LIMIT: { limit: async () => ({ success: true }) },
    CONVERSATION: {
      getByName: (name: string) =>
        here().objects.namespaces(objectCall).CONVERSATION.getByName(name),
    },
    INBOX: {
      getByName: (name: string) => here().objects.namespaces(objectCall).INBOX.getByName(name),
    },
  };
  let binding: D1Database | null = null;

  const worker = createWorker({
    system: {
      now: () => {
        const { world } = here();
        return world.clock.now() + skew_ms;
      },
      newId: (prefix) => `${prefix}_${uuid(here())}`,
      randomToken: (bytes) => hex(here().invocation, bytes * 2),
      fetch: (request, timeout_ms) => {
        const { world, invocation, provider, watch } = here();
        return callProvider(world, invocation, { request, timeout_ms, answer: provider, watch });
      },
      log: (entry) => here().world.log(`says ${entry.event}`),
    },
    identify: async (_, request) => here().whoAsks(request),
  });

  return {
    worker,
    // The bindings above are the part of Env that the Worker uses.
    env: env as unknown as Env,
    enter(surroundings: Surroundings, invocation: Invocation, skew: number) {
      if (around !== surroundings)
        binding = surroundings.database.binding((trip) =>
          surroundings.world.roundTrip(() => here().invocation)(trip),
        );
      around = surroundings;
      running = invocation;
      skew_ms = skew;
    },
  };
};

const digits = "0123456789abcdef";

const hex = ({ rng }: Invocation, length: number) => {
  let text = "";
  for (let i = 0; i < length; i += 1) text += digits[Math.floor(rng.next() * 16)] ?? "0";
  return text;
};

/** A UUIDv7 whose chance comes from the invocation. */
const uuid = ({ world, invocation }: { world: World; invocation: Invocation }) => {
  const at = world.clock.now().toString(16).padStart(12, "0");
  const chance = hex(invocation, 18);
  return `${at.slice(0, 8)}-${at.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6)}`;
};
