import { createApp } from "./app.ts";
import { systemActor } from "./context/actor.ts";
import { configOf } from "./context/config.ts";
import { type Ctx, createContext } from "./context/context.ts";
import { realSystem, type System } from "./context/system.ts";
import { tick } from "./crons.ts";
import type { Identify } from "./http/app-env.ts";
import { consume } from "./queues.ts";
import { react } from "./reactions.ts";
import { identify } from "./team/identity.ts";

export { Conversation } from "../durable-objects/conversation.ts";
export { Inbox } from "../durable-objects/inbox.ts";

/** The Worker over a system: the real one here, a simulated one in test/simulation. */
export const createWorker = (parts: { system: System; identify: Identify }) => {
  const app = createApp(parts);
  return {
    fetch: app.fetch,
    queue: (batch, env, execution) => consume(contextOf(parts.system, env, execution), batch),
    scheduled: (event, env, execution) => tick(contextOf(parts.system, env, execution), event.cron),
  } satisfies ExportedHandler<Env>;
};

const contextOf = (system: System, env: Env, execution: ExecutionContext): Ctx => {
  const parsed = configOf(env);
  if (!parsed.ok) throw new Error(parsed.sentences.join(" "));
  return createContext({
    env,
    config: parsed.config,
    actor: systemActor,
    system,
    requestId: system.randomToken(8),
    waitUntil: (work) => execution.waitUntil(work),
    react,
  });
};

export default createWorker({ system: realSystem(), identify });
