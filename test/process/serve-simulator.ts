import { once } from "node:events";
import { serve } from "@hono/node-server";
import type { Ports, SimulatorOptions } from "../simulator/core/ports.ts";
import type { WireEntry } from "../simulator/core/state.ts";
import { createSimulator } from "../simulator/create-simulator.ts";

/** A request to send one of our messages, and when which answer to it left. */
export type SendCall = {
  message_id: string;
  answered: { at: number; status: number } | null;
};

const shortestAnswer_ms = 40;
const spread_ms = 160;

/** The simulator on a port: it takes a message at once and answers a little later, as Twilio does. */
export const serveSimulator = async (port: number, options: SimulatorOptions) => {
  const ports: Ports = {
    now: Date.now,
    random: Math.random,
    schedule: (after_ms, run) => {
      setTimeout(() => void run(), after_ms);
    },
    fetch: (url, { timeout_ms, ...init }) =>
      fetch(url, { ...init, signal: AbortSignal.timeout(timeout_ms) }),
  };
  const simulator = createSimulator(options, ports);
  const wire: WireEntry[] = [];
  simulator.subscribe((change) => change.type === "wire" && wire.push(change.entry));
  const calls: SendCall[] = [];

  const answer = async (request: Request): Promise<Response> => {
    if (request.method !== "POST" || !request.url.endsWith("/Messages.json"))
      return simulator.fetch(request);
    const body = await request.text();
    const call: SendCall = { message_id: messageIn(new URLSearchParams(body)), answered: null };
    calls.push(call);
    const { url, method, headers } = request;
    const response = await simulator.fetch(new Request(url, { method, headers, body }));
    await answerTime();
    call.answered = { at: Date.now(), status: response.status };
    return response;
  };
  const server = serve({ fetch: answer, port, hostname: "127.0.0.1" });
  await once(server, "listening");

  return {
    simulator,
    /** Uncut, unlike the simulator's own. */
    wire,
    calls,
    close: () => server.close(),
  };
};

export type ServedSimulator = Awaited<ReturnType<typeof serveSimulator>>;

const answerTime = () =>
  new Promise((resolve) => {
    setTimeout(resolve, shortestAnswer_ms + Math.random() * spread_ms);
  });

/** Our id rides in the callback's address. */
export const messageOf = (status_callback: string | null): string =>
  new URL(status_callback ?? "no:callback").searchParams.get("message") ?? "";

const messageIn = (form: URLSearchParams): string => messageOf(form.get("StatusCallback"));
