import type { createWorker as CreateWorker } from "../../worker/index.ts";
import { type Colleague, signedBy, whoAsks } from "./colleagues.ts";
import type { House } from "./house.ts";
import { createIsolate, type Isolate, type Surroundings } from "./isolate.ts";
import type { Objects } from "./objects.ts";
import type { Answer, CallWatch } from "./provider.ts";
import { createQueue } from "./queue.ts";
import { config } from "./settings.ts";
import type { Ending, Invocation, World } from "./world.ts";

export type Ask = {
  as: Colleague;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  about?: string | null;
};

export type Answered = { status: number; body: Record<string, unknown> };

export type Product = ReturnType<typeof createProduct>;

/** Isolates are made once per process: they hold nothing of a seed. */
export const createIsolates = (createWorker: typeof CreateWorker) => {
  const idle: Isolate[] = [];
  let used: Isolate[] = [];
  return {
    take: () => idle.pop() ?? createIsolate(createWorker),
    /** Not for use again before everything that still runs in it has come to rest. */
    giveBack: (isolate: Isolate) => void used.push(isolate),
    rest: () => {
      idle.push(...used);
      used = [];
    },
  };
};

/** The Worker with everything around it, for one seed. */
export const createProduct = (parts: {
  world: World;
  house: House;
  objects: Objects;
  isolates: ReturnType<typeof createIsolates>;
  provider: Answer;
  watch: CallWatch;
}) => {
  const { world, house, objects, isolates } = parts;
  const skews = world.rng("clocks");

  const within = async <T>(
    name: string,
    about: string | null,
    run: (isolate: Isolate, execution: ExecutionContext) => Promise<T>,
  ): Promise<Ending<T>> => {
    const isolate = isolates.take();
    const skew = world.strikes(skews, "clock_skewed") ? skews.int(-5_000, 5_000) : 0;
    const work = async (invocation: Invocation, waitUntil: (work: Promise<unknown>) => void) => {
      isolate.enter(surroundings, invocation, skew);
      // The part of ExecutionContext that the Worker uses.
      const value = await run(isolate, { waitUntil } as unknown as ExecutionContext);
      if (value instanceof Response) parts.watch.answers(invocation, value.status);
      return value;
    };
    return world.invoke(name, work, about, () => isolates.giveBack(isolate));
  };

  const consume = async (batch: MessageBatch) => {
    const ending = await within("queue", null, (isolate, execution) =>
      isolate.worker.queue(batch, isolate.env, execution),
    );
    return ending.kind === "answered";
  };
  /** Jobs that were given up and taken in as dead, as JSON. */
  const buried = new Set<string>();
  const deadLetters = createQueue(world, "outbound-dead", consume, {
    givenUp: () => {},
    done: (body) => void buried.add(JSON.stringify(body)),
  });
  const queue = createQueue(world, "outbound", consume, {
    givenUp: (body) => deadLetters.send(body),
    done: () => {},
  });

  const surroundings: Surroundings = {
    world,
    database: house.binding,
    objects,
    queue,
    provider: parts.provider,
    watch: parts.watch,
    whoAsks,
  };

  const fetch = (name: string, request: Request, about: string | null = null) =>
    within(name, about, async (isolate, execution) =>
      isolate.worker.fetch(request, isolate.env, execution),
    );

  /** One request of a colleague; null when no answer came back. */
  const ask = async ({ as, method, path, body, headers, about }: Ask): Promise<Answered | null> => {
    const request = new Request(config.APP_URL + path, {
      method,
      headers: {
        ...signedBy(as),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const ending = await fetch(
      `${method} ${path.split("/").slice(2, 4).join("/")}`,
      request,
      about ?? null,
    );
    if (ending.kind !== "answered") return null;
    const { status } = ending.value;
    // Every answer of the API is a JSON object.
    const answer = (await ending.value.json()) as Record<string, unknown>;
    world.log(
      `${as} ${method} ${path} → ${status} ${typeof answer["code"] === "string" ? answer["code"] : ""}`,
    );
    return { status, body: answer };
  };

  return {
    fetch,
    ask,
    /** Asks again while there is no answer, as a client with an id of its own may. */
    insist: async (asked: Ask, tries = 3): Promise<Answered | null> => {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await ask(asked);
        if ((answer && answer.status < 500) || attempt === tries) return answer;
        await world.sleep(1_000 * attempt);
      }
    },
    tick: (cron: string) =>
      within("cron", null, (isolate, execution) =>
        isolate.worker.scheduled(
          { cron, scheduledTime: world.clock.now(), noRetry: () => {} } as ScheduledController,
          isolate.env,
          execution,
        ),
      ),
    buried: (): ReadonlySet<string> => buried,
  };
};
