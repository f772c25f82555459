import type { Ports, Settings } from "./ports.ts";
import type { HeldCallback, Mail, Message, Phone, State, Task, WireEntry } from "./state.ts";
import type { ActiveFault } from "./faults.ts";

export type Change =
  | { type: "message"; message: Message }
  | { type: "message_deleted"; sid: string }
  | { type: "phone"; phone: Phone }
  | { type: "mail"; mail: Mail }
  | { type: "wire"; entry: WireEntry }
  | { type: "held"; held: HeldCallback[] }
  | { type: "provider"; faults: ActiveFault[] }
  | { type: "reset" };

export type World = {
  readonly settings: Settings;
  readonly ports: Ports;
  state: State;
  newId(): string;
  emit(change: Change): void;
  subscribe(listener: (change: Change) => void): () => void;
  /** Books the task in the state first: a restart resumes what was still due. */
  later(task: Task, after_ms: number): void;
  resume(): void;
};

type Perform = (world: World, task: Task) => Promise<void>;

const hexFrom = (random: () => number): string =>
  Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join("");

export function createWorld(
  settings: Settings,
  ports: Ports,
  state: State,
  perform: Perform,
): World {
  const listeners = new Set<(change: Change) => void>();

  const run = async (id: string): Promise<void> => {
    const job = world.state.jobs[id];
    if (!job) return;
    try {
      await perform(world, job.task);
    } finally {
      delete world.state.jobs[id];
    }
  };

  const world: World = {
    settings,
    ports,
    state,
    newId: ports.newId ?? (() => hexFrom(ports.random)),
    emit: (change) => listeners.forEach((listener) => listener(change)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    later(task, after_ms) {
      const id = world.newId();
      world.state.jobs[id] = { id, due_at: ports.now() + after_ms, task };
      ports.schedule(after_ms, () => run(id));
    },
    resume() {
      for (const { id, due_at } of Object.values(world.state.jobs))
        ports.schedule(Math.max(0, due_at - ports.now()), () => run(id));
    },
  };
  return world;
}
