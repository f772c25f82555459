import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { V7Generator } from "uuidv7";
import type { Role } from "#contracts/team.ts";
import type { Caller } from "../../worker/context/actor.ts";
import type { LogEntry, System } from "../../worker/context/system.ts";
import type { Identify } from "../../worker/http/app-env.ts";
import { createWorker } from "../../worker/index.ts";
import { createSimulator } from "../simulator/create-simulator.ts";
import { virtualClock } from "../simulator/virtual-clock.ts";
import { watchedDatabase } from "./a-watched-database.ts";
import { aWebhook, inboundForm, statusForm, type Webhook } from "./a-webhook.ts";

/** A member with a role, an API key with a role, or nobody. */
export type Who = Role | `key:${Role}` | null;

export type Call = {
  as?: Who;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Our own page's unless told otherwise. */
  origin?: string | null;
};

/** What the Worker asked of the provider. */
export type ProviderCall = {
  at: number;
  url: string;
  form: URLSearchParams;
  redirect: string;
  timeout_ms: number;
};

const ours = new URL(env.APP_URL).origin;

/** Ahead of the real clock: what the real queue delivers by itself finds nothing due. */
const start = Date.UTC(2030, 0, 14, 9, 0, 0);

/** Tells who calls from what `call` writes; sign-in has its own tests. */
const identify: Identify = async (ctx, request) => {
  const [, key] = /^Bearer (\w+)$/.exec(request.headers.get("Authorization") ?? "") ?? [];
  const [, member] = /^caller=(\w+)$/.exec(request.headers.get("Cookie") ?? "") ?? [];
  if (key) return callerOf("key", key as Role, ctx.now());
  return member ? callerOf("member", member as Role, ctx.now()) : null;
};

const callerOf = (kind: Caller["kind"], role: Role, now: number): Caller => {
  const who = { id: `${kind}_${role}`, name: role, role };
  if (kind === "key") return { kind, ...who };
  return { kind, ...who, session_id: `session_${role}`, expires_at: now + 3_600_000 };
};

export type Product = ReturnType<typeof aProduct>;

/**
 * The Worker on real D1, queues and Durable Objects, over a clock that stands still, ids and a
 * simulated Twilio. Every call returns when the work it left behind is done.
 */
export const aProduct = (vars: Partial<Env> = {}, startsAt = start) => {
  const clock = virtualClock(startsAt);
  const database = watchedDatabase(env.DB);
  const bindings: Env = { ...env, DB: database.db, ...vars };
  const logs: LogEntry[] = [];
  const calls: ProviderCall[] = [];
  const generator = new V7Generator();

  const simulator = createSimulator(
    {
      account_sid: env.TWILIO_ACCOUNT_SID,
      auth_token: env.TWILIO_AUTH_TOKEN,
      phone_number: env.TWILIO_PHONE_NUMBER,
      resend_api_key: env.RESEND_API_KEY,
      webhooks: { sms: `${env.PUBLIC_URL}/api/sms/webhook#rc=5&rp=all` },
    },
    {
      now: clock.now,
      schedule: clock.schedule,
      random: Math.random,
      fetch: (url, { method, headers, body }) => ask(new Request(url, { method, headers, body })),
    },
  );

  /** What the provider answers; a test may put something else in its place. */
  const provider = {
    answer: (request: Request, _form: URLSearchParams): Promise<Response> =>
      simulator.fetch(request),
  };

  const system: System = {
    now: clock.now,
    newId: (prefix) => `${prefix}_${generator.generateOrResetCore(clock.now(), 10_000).toString()}`,
    randomToken: (bytes) =>
      Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
        byte.toString(16).padStart(2, "0"),
      ).join(""),
    fetch: async (request, timeout_ms) => {
      const text = new TextDecoder().decode(await request.clone().arrayBuffer());
      const form = new URLSearchParams(text);
      const { url, redirect, method } = request;
      if (method === "POST") calls.push({ at: clock.now(), url, redirect, form, timeout_ms });
      // workerd warns whenever the text of a form is read.
      return provider.answer(Object.assign(request, { text: async () => text }), form);
    },
    log: (entry) => logs.push(entry),
  };
  const worker = createWorker({ system, identify });

  /** The answer, and the work that goes on after it. */
  const begin = async (request: Request) => {
    const execution = createExecutionContext();
    const response = await worker.fetch(request, bindings, execution);
    return { response, settled: waitOnExecutionContext(execution) };
  };

  const ask = async (request: Request): Promise<Response> => {
    const { response, settled } = await begin(request);
    await settled;
    return response;
  };

  const call = (path: string, given: Call = {}) => ask(aRequest(path, given));
  const hook = async (webhook: Webhook) => ask(await aWebhook(webhook));

  return {
    clock,
    simulator,
    provider,
    calls,
    logs,
    database,
    env: bindings,
    system,
    worker,
    begin,
    ask,
    call,
    hook,
    /** A text comes in. */
    text: (from: string, body: string, more: { sid?: string; media?: number } = {}) =>
      hook({ path: "/api/sms/webhook", form: inboundForm({ from, body, ...more }) }),
    /** Twilio reports about a message of ours. */
    report: (id: string, report: { sid: string; status: string; code?: number }) =>
      hook({ path: `/api/sms/status?message=${id}`, form: statusForm(report) }),
    cron: async (cron = "* * * * *") => {
      const execution = createExecutionContext();
      const event = createScheduledController({ scheduledTime: new Date(clock.now()), cron });
      await worker.scheduled(event, bindings, execution);
      await waitOnExecutionContext(execution);
    },
    /** The queue brings jobs; what became of each. */
    bring: async (bodies: readonly unknown[], queue = "outbound") => {
      const execution = createExecutionContext();
      const batch = createMessageBatch(
        queue,
        bodies.map((body, index) => ({
          id: String(index),
          timestamp: new Date(clock.now()),
          attempts: 1,
          body,
        })),
      );
      await worker.queue(batch, bindings, execution);
      await waitOnExecutionContext(execution);
      return batch;
    },
  };
};

/** A request as our own page, or a machine with a key, would send it. */
export const aRequest = (path: string, given: Call = {}): Request => {
  const { as = "agent", body, origin = ours } = given;
  const method = given.method ?? (body === undefined ? "GET" : "POST");
  const headers = new Headers(given.headers);
  const [kind, role] = as?.startsWith("key:") ? ["key", as.slice(4)] : ["member", as];
  if (role && kind === "key") headers.set("Authorization", `Bearer ${role}`);
  if (role && kind === "member") headers.set("Cookie", `caller=${role}`);
  if (kind === "member" && origin !== null && method !== "GET") headers.set("Origin", origin);
  if (body !== undefined && !headers.has("Content-Type"))
    headers.set("Content-Type", "application/json");
  return new Request(`${env.APP_URL}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
};
