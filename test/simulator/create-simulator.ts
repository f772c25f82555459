import { Hono } from "hono";
import type { z } from "zod";
import { controlRoutes } from "./control/routes.ts";
import { ConnectionLost } from "./core/connection-lost.ts";
import { simulatorOptions, type Ports, type SimulatorOptions } from "./core/ports.ts";
import { setPhoneFaults } from "./core/phones.ts";
import { emptyState, state as savedState, type Task } from "./core/state.ts";
import { createWorld, type World } from "./core/world.ts";
import { activeFault } from "./core/faults.ts";
import { setProviderFaults } from "./core/provider.ts";
import { resendRoutes } from "./resend/routes.ts";
import { advance, setPrice } from "./twilio/advance.ts";
import { releaseCallbacks } from "./twilio/callbacks.ts";
import { postWebhook } from "./twilio/post-webhook.ts";
import { receiveText } from "./twilio/receive-text.ts";
import { refusalBody } from "./twilio/refusals.ts";
import { twilioRoutes } from "./twilio/routes.ts";

/** Twilio, Resend and the phones behind them. `saved` is what `state()` gave before. */
export function createSimulator(options: SimulatorOptions, ports: Ports, saved?: unknown) {
  const state = saved === undefined ? emptyState() : savedState.parse(saved);
  const world = createWorld(simulatorOptions.parse(options), ports, state, perform);
  const app = new Hono()
    .route("/", twilioRoutes(world))
    .route("/", resendRoutes(world))
    .route("/_simulator", controlRoutes(world))
    .notFound((c) => c.json(refusalBody({ code: 20404, about: c.req.path }), 404))
    .onError((error, c) => {
      if (error instanceof ConnectionLost) throw error;
      return c.json({ error: error.message }, 500);
    });
  world.resume();

  return {
    app,
    /** Rejects with ConnectionLost where a real socket would have closed. */
    fetch: async (request: Request): Promise<Response> => app.fetch(request),
    textIn: (from: string, body: string) => receiveText(world, from, body),
    /** What the provider took on for the product: the truth about who was texted, and how often. */
    books: () =>
      Object.values(world.state.messages).filter(({ direction }) => direction === "outbound-api"),
    messages: () => Object.values(world.state.messages),
    phones: () => Object.values(world.state.phones),
    mailbox: () => Object.values(world.state.mails),
    wire: () => world.state.wire,
    held: () => world.state.held,
    release: (ids?: readonly string[]) => releaseCallbacks(world, ids),
    setProviderFaults: (faults: readonly FaultWish[]) =>
      setProviderFaults(world, faults.map(wished)),
    setPhoneFaults: (address: string, faults: readonly FaultWish[]) =>
      setPhoneFaults(world, address, faults.map(wished)),
    subscribe: world.subscribe,
    state: () => world.state,
  };
}

type FaultWish = z.input<typeof activeFault>;

const wished = (wish: FaultWish) => activeFault.parse(wish);

async function perform(world: World, task: Task): Promise<void> {
  switch (task.kind) {
    case "advance":
      return advance(world, task.sid);
    case "price":
      return setPrice(world, task.sid);
    case "webhook":
      return postWebhook(world, task.call);
  }
}
