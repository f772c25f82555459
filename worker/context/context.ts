import { drizzle, type DrizzleD1Database } from "drizzle-orm/d1";
import type { Actor } from "./actor.ts";
import type { Config } from "./config.ts";
import type { Happening } from "./happening.ts";
import type { System } from "./system.ts";

/** What every verb gets: the bindings, the configuration, who asks, and the system's time and ids. */
export type Ctx = System & {
  env: Env;
  db: DrizzleD1Database;
  config: Config;
  actor: Actor;
  requestId: string;
  /** Work that may outlive the answer; a failure is logged, the sweep repairs. */
  after(work: Promise<unknown>): void;
  /** Tells what happened; reactions.ts knows what follows. */
  happened(what: Happening): void;
};

export type React = (ctx: Ctx, what: Happening) => Promise<void>;

export const createContext = (input: {
  env: Env;
  config: Config;
  actor: Actor;
  system: System;
  requestId: string;
  waitUntil: (work: Promise<unknown>) => void;
  react: React;
}): Ctx => {
  const { env, config, actor, system, requestId, waitUntil, react } = input;
  const ctx: Ctx = {
    ...system,
    env,
    db: drizzle(env.DB),
    config,
    actor,
    requestId,
    after: (work) =>
      waitUntil(
        work.catch((error: unknown) =>
          system.log({ event: "background_failed", request_id: requestId, error: nameOf(error) }),
        ),
      ),
    happened: (what) => ctx.after(react(ctx, what)),
  };
  return ctx;
};

const nameOf = (error: unknown) => (error instanceof Error ? error.name : "unknown");
