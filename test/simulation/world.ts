import { type Clock, clock as createClock } from "./clock.ts";
import { drawFaults, type Fault, type Faults, noFaults } from "./faults.ts";
import type { RoundTrip } from "./d1.ts";
import { rng, type Rng } from "./rng.ts";

/** One run of a handler. Dead: its isolate is gone, nothing it awaits ever comes back. */
export type Invocation = {
  readonly name: string;
  readonly rng: Rng;
  dead: boolean;
  /** A crash, or a write of unknown fate: what it had claimed may end as `unknown`. */
  hurt: boolean;
  /** A binding call has failed it. */
  struck: boolean;
  /** Binding calls it is waiting for. */
  waiting: number;
  /** Calls of bindings and of the provider so far. */
  calls: number;
  answeredAt: number | null;
  /** What the request is about, for a law that must know: the id it named. */
  readonly about: string | null;
  die(): void;
};

export type Ending<T> =
  | { kind: "answered"; value: T }
  | { kind: "threw"; error: unknown }
  | { kind: "died" };

type Work<T> = (invocation: Invocation, waitUntil: (work: Promise<unknown>) => void) => Promise<T>;

/** What can go wrong with one binding call, or one call of the provider. */
export const mishaps = ["dies before", "dies after", "fails before", "fails after"] as const;
export type Mishap = (typeof mishaps)[number];

export type World = ReturnType<typeof createWorld>;

/** After its answer a Worker gets this long for the work it put into waitUntil. */
const afterAnswer_ms = 30_000;
const never = new Promise<never>(() => {});

/** Time, chance, faults and the invocations that are running. One seed has one world. */
export const createWorld = (seed: number, start: number) => {
  const clock: Clock = createClock(start);
  const lines: string[] = [];
  const open = new Set<Invocation>();
  const counted = { events: 0, invocations: 0, crashes: 0, faults: 0, sends: 0, webhooks: 0 };
  let faults: Faults = drawFaults(seed);
  let running: Invocation | null = null;
  let pinned: { nth: number; mishap: Mishap } | null = null;
  let points = 0;
  let closedCount = 0;

  const log = (line: string) => void lines.push(`${clock.now() - start} ${line}`);

  const strikes = (by: Rng, fault: Fault): boolean => {
    if (faults[fault] === 0 || !by.chance(faults[fault])) return false;
    counted.faults += 1;
    log(`fault ${fault}`);
    return true;
  };

  const kill = (invocation: Invocation) => {
    if (!open.has(invocation)) return;
    log(`${invocation.name} dies`);
    invocation.dead = true;
    invocation.hurt = true;
    counted.crashes += 1;
    open.delete(invocation);
    invocation.die();
  };

  /** Runs a handler. `calls` counts the bindings it used; an ending is told once. */
  const invoke = <T>(
    name: string,
    work: Work<T>,
    about: string | null = null,
    closed: () => void = () => {},
  ): Promise<Ending<T>> =>
    new Promise((resolve) => {
      counted.invocations += 1;
      const invocation: Invocation = {
        name: `${name}#${counted.invocations}`,
        rng: rng(seed, `${name}#${counted.invocations}`),
        dead: false,
        hurt: false,
        struck: false,
        waiting: 0,
        calls: 0,
        answeredAt: null,
        about,
        die: () => {
          closedCount += 1;
          closed();
          resolve({ kind: "died" });
        },
      };
      open.add(invocation);
      const background: Promise<unknown>[] = [];
      const finish = async () => {
        for (let done = 0; done < background.length; done += 1) await background[done];
        if (invocation.dead) return;
        open.delete(invocation);
        closedCount += 1;
        closed();
      };
      work(invocation, (more) => void background.push(more.catch(() => {}))).then(
        (value) => {
          invocation.answeredAt = clock.now();
          resolve({ kind: "answered", value });
          return finish();
        },
        (error: unknown) => {
          log(`${invocation.name} throws ${error instanceof Error ? error.message : "?"}`);
          resolve({ kind: "threw", error });
          return finish();
        },
      );
    });

  /** The mishap that is planned for this very call, if one is; each call is one point. */
  const mishapHere = (invocation: Invocation, name: string): Mishap | null => {
    points += 1;
    if (points !== pinned?.nth) return null;
    log(`${invocation.name} ${name} ${pinned.mishap}`);
    counted.faults += 1;
    if (name.endsWith("writes")) invocation.hurt = true;
    return pinned.mishap;
  };

  /** A binding call: it leaves, happens whole at one moment, and its answer comes back. */
  const step = <T>(
    invocation: Invocation,
    name: string,
    way: {
      latency_ms: () => number;
      failsBefore?: () => boolean;
      failsAfter?: () => boolean;
      error?: string;
      run: () => T | Promise<T>;
    },
  ): Promise<T> => {
    if (invocation.dead) return never;
    invocation.waiting += 1;
    invocation.calls += 1;
    const { rng: chance } = invocation;
    return new Promise((resolve, reject) => {
      const answer = (give: () => void) => {
        const back = () => {
          if (invocation.dead) return;
          invocation.waiting -= 1;
          give();
        };
        if (chance.chance(0.7)) back();
        else clock.after(way.latency_ms(), back);
      };
      const failed = () => {
        invocation.struck = true;
        reject(new Error(way.error ?? "Network connection lost."));
      };
      const happen = () => {
        if (invocation.dead) return;
        const { answeredAt } = invocation;
        if (answeredAt !== null && clock.now() - answeredAt > afterAnswer_ms)
          return kill(invocation);
        const mishap = mishapHere(invocation, name);
        if (mishap === "dies before") return kill(invocation);
        if (mishap === "fails before") return answer(failed);
        if (chance.chance(0.5) && strikes(chance, "crash")) return kill(invocation);
        if (way.failsBefore?.()) return answer(failed);
        let value: T | Promise<T>;
        running = invocation;
        try {
          value = way.run();
        } catch (error) {
          log(
            `${invocation.name} ${name} refused: ${error instanceof Error ? error.message : "?"}`,
          );
          return answer(() => reject(error));
        } finally {
          running = null;
        }
        log(`${invocation.name} ${name}`);
        if (mishap === "dies after" || strikes(chance, "crash")) return kill(invocation);
        if (mishap === "fails after" || way.failsAfter?.()) return answer(failed);
        answer(() => resolve(value));
      };
      clock.after(way.latency_ms(), happen);
    });
  };

  const roundTrip =
    (of: () => Invocation): RoundTrip =>
    ({ writes, run }) => {
      const invocation = of();
      const { rng: chance } = invocation;
      const fails = (fault: Fault) => () => {
        const struck = strikes(chance, fault);
        if (struck && writes) invocation.hurt = true;
        return struck;
      };
      return step(invocation, writes ? "d1 writes" : "d1 reads", {
        latency_ms: () => (strikes(chance, "d1_slow") ? chance.int(100, 10_000) : chance.int(1, 6)),
        failsBefore: fails("d1_fails_before"),
        failsAfter: fails("d1_fails_after"),
        error: "D1_ERROR: Network connection lost.",
        run,
      });
    };

  const sleep = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));

  return {
    seed,
    clock,
    lines,
    counted,
    log,
    strikes,
    invoke,
    step,
    kill,
    roundTrip,
    sleep,
    /** A handler that waits for nothing the world knows of. */
    stalled: () => [...open].find(({ waiting }) => waiting === 0)?.name ?? null,
    never,
    /** How many invocations have come to their end. */
    closed: () => closedCount,
    /** Whose binding call is happening right now. */
    running: () => running,
    rng: (name: string) => rng(seed, name),
    heal: () => {
      log("faults stop");
      faults = noFaults;
    },
    healed: () => faults === noFaults,
    mishapHere,
    /** Lets exactly one call go wrong. */
    pin: (at: { nth: number; mishap: Mishap } | null) => {
      points = 0;
      pinned = at;
    },
    points: () => points,
    setFaults: (given: Faults) => {
      faults = given;
    },
    faults: () => faults,
  };
};
