import type { Message } from "#contracts/messages.ts";
import type { ProblemCode } from "#contracts/problem.ts";
import { Refusal } from "../../api/client.ts";
import { sendReply } from "../../api/send-reply.ts";
import { backoff } from "../../live/backoff.ts";
import { connection } from "../../live/connection.ts";
import { outboxWaiting } from "../../live/outbox-waiting.ts";
import { createStore } from "../../ui/store.ts";
import { stored } from "../../ui/stored.ts";
import {
  accepted,
  drop,
  enqueue,
  nextToSend,
  type OutboxEntry,
  refuse,
  sendAnyway,
  waitingCount,
} from "./outbox.ts";

let owner = "";
const prefix = () => `spreekuur.outbox.${owner}.`;
const kept = (id: string) => stored(prefix() + id);

/** Every reply under its own key: two tabs never write over each other, nor two members. */
function readKept(): OutboxEntry[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix()))
    .flatMap((key) => {
      const text = stored(key).get();
      // Written only by `change` below, under this prefix.
      return text === null ? [] : [JSON.parse(text) as OutboxEntry];
    })
    .sort((a, b) => a.at.localeCompare(b.at));
}

export const outboxStore = createStore<OutboxEntry[]>([]);

function change(next: OutboxEntry[]): void {
  const before = outboxStore.get();
  for (const { reply } of before)
    if (!next.some((entry) => entry.reply.id === reply.id)) kept(reply.id).remove();
  for (const entry of next)
    if (!before.includes(entry)) kept(entry.reply.id).set(JSON.stringify(entry));
  outboxStore.set(next);
  outboxWaiting.set(waitingCount(next));
}

/** Refusals that only say "not now". */
const notNow: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "try_again",
  "internal",
  "sending_in_progress",
  "too_many_requests",
  "unauthenticated",
]);

let sentListener: (message: Message) => void = () => {};
let sending = false;
let failures = 0;

async function send(entry: OutboxEntry): Promise<"on" | "wait"> {
  try {
    const message = await sendReply(entry.reply);
    failures = 0;
    sentListener(message);
    change(accepted(outboxStore.get(), entry.reply.id));
    return "on";
  } catch (error) {
    if (!(error instanceof Refusal) || notNow.has(error.problem.code)) return "wait";
    const { code, request_id, merged_into } = error.problem;
    if (code === "conversation_merged" && merged_into !== undefined) {
      const moved = { ...entry, reply: { ...entry.reply, conversation_id: merged_into } };
      change(outboxStore.get().map((one) => (one === entry ? moved : one)));
    } else change(refuse(outboxStore.get(), entry.reply.id, { code, requestId: request_id }));
    return "on";
  }
}

/** One at a time, in order; without an answer all of them wait and keep their ids. */
async function flush(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (let entry = nextToSend(outboxStore.get()); entry; entry = nextToSend(outboxStore.get())) {
      if ((await send(entry)) === "wait") {
        setTimeout(() => void flush(), backoff(failures, Math.random()));
        failures += 1;
        return;
      }
    }
  } finally {
    sending = false;
  }
}

connection.subscribe(() => {
  if (connection.get() === "up") void flush();
});
addEventListener("online", () => void flush());

export const outbox = {
  /** Takes up what this member left unsent; `onSent` gets every message the Worker took. */
  open(memberId: string, onSent: (message: Message) => void): () => void {
    sentListener = onSent;
    if (memberId !== owner) {
      owner = memberId;
      change(readKept());
    }
    void flush();
    return () => {
      sentListener = () => {};
    };
  },
  add(entry: OutboxEntry): void {
    change(enqueue(outboxStore.get(), entry));
    void flush();
  },
  sendAnyway(id: string): void {
    change(sendAnyway(outboxStore.get(), id));
    void flush();
  },
  discard(id: string): void {
    change(drop(outboxStore.get(), id));
  },
};
