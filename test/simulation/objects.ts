import { DatabaseSync } from "node:sqlite";
import { Conversation } from "../../durable-objects/conversation.ts";
import { Inbox } from "../../durable-objects/inbox.ts";
import { Socket } from "./sockets.ts";

const classes = { CONVERSATION: Conversation, INBOX: Inbox };
export type ObjectBinding = keyof typeof classes;

type Instance = Record<string, (...given: unknown[]) => unknown>;

/** A call from outside into an object; runs it at one moment, or lets it fail. */
export type Call = (name: string, run: () => unknown) => Promise<unknown>;

export type Objects = ReturnType<typeof createObjects>;

/** The real Durable Object classes over state in memory. Eviction forgets all but sockets and storage. */
export const createObjects = () => {
  const instances = new Map<string, Instance>();
  const sockets = new Map<string, Socket[]>();
  const storages = new Map<string, DatabaseSync>();

  const stateOf = (key: string) => {
    const held = () => (sockets.get(key) ?? []).filter(({ closed }) => closed === null);
    return {
      acceptWebSocket: (socket: Socket, tags: readonly string[] = []) => {
        socket.tags = tags;
        sockets.set(key, [...held(), socket]);
      },
      getWebSockets: (tag?: string) =>
        held().filter(({ tags }) => tag === undefined || tags.includes(tag)),
      setWebSocketAutoResponse: () => {},
      storage: {
        sql: { exec: (sql: string, ...values: (string | number)[]) => exec(key, sql, values) },
      },
    };
  };

  const exec = (key: string, sql: string, values: (string | number)[]) => {
    const storage = storages.get(key) ?? new DatabaseSync(":memory:");
    storages.set(key, storage);
    const rows = storage.prepare(sql).all(...values);
    return { toArray: () => rows };
  };

  const instanceOf = (binding: ObjectBinding, name: string): Instance => {
    const key = `${binding}/${name}`;
    const known = instances.get(key);
    if (known) return known;
    const direct = namespaces((_, run) => Promise.resolve(run()));
    // The state above is the part of DurableObjectState that the classes use.
    const state = stateOf(key) as unknown as DurableObjectState;
    const made = new classes[binding](state, direct as unknown as Env);
    const instance = made as unknown as Instance;
    instances.set(key, instance);
    return instance;
  };

  /** The bindings, every call of which goes through `call`. */
  const namespaces = (call: Call) => {
    const namespace = (binding: ObjectBinding) => ({
      getByName: (name: string) =>
        new Proxy(
          {},
          {
            get: (_, method) =>
              typeof method === "string" && method !== "then"
                ? (...given: unknown[]) =>
                    call(`${binding}.${method}`, () =>
                      instanceOf(binding, name)[method]?.(...copied(given)),
                    )
                : undefined,
          },
        ),
    });
    return { CONVERSATION: namespace("CONVERSATION"), INBOX: namespace("INBOX") };
  };

  return {
    namespaces,
    evict: () => instances.clear(),
    reset: () => {
      instances.clear();
      sockets.clear();
      for (const storage of storages.values()) storage.close();
      storages.clear();
    },
  };
};

/** RPC copies what it carries; a Request stays what it is. */
const copied = (given: unknown[]) =>
  given.map((value) => (value instanceof Request ? value : structuredClone(value)));
