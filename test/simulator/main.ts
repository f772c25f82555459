import { serve, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { ConnectionLost } from "./core/connection-lost.ts";
import type { Ports, SimulatorOptions } from "./core/ports.ts";
import { emptyState, state } from "./core/state.ts";
import { createSimulator } from "./create-simulator.ts";
import { pageRoutes } from "./page/routes.ts";
import { stateFile } from "./state-file.ts";

const env = process.env;
const port = Number(env["SIMULATOR_PORT"] ?? 8789);
const public_url = env["PUBLIC_URL"] ?? "http://localhost:8787";
const app_url = env["APP_URL"] ?? "http://localhost:8788";

const options: SimulatorOptions = {
  account_sid: env["TWILIO_ACCOUNT_SID"] ?? "AC00000000000000000000000000000001",
  auth_token: env["TWILIO_AUTH_TOKEN"] ?? "simulator-auth-token",
  api_keys: apiKeys(env["TWILIO_API_KEY_SID"], env["TWILIO_API_KEY_SECRET"]),
  phone_number: env["TWILIO_PHONE_NUMBER"] ?? "+32460000000",
  messaging_service_sid: env["TWILIO_MESSAGING_SERVICE_SID"] || undefined,
  resend_api_key: env["RESEND_API_KEY"] ?? "re_simulator",
  webhooks: { sms: `${public_url}/api/sms/webhook#rc=5&rp=all` },
};

const ports: Ports = {
  now: Date.now,
  random: Math.random,
  schedule: (after_ms, run) => {
    setTimeout(() => run().catch((error: unknown) => console.error(error)), after_ms);
  },
  fetch: (url, { timeout_ms, ...init }) =>
    fetch(url, { ...init, signal: AbortSignal.timeout(timeout_ms) }),
};

const file = env["SIMULATOR_STATE"] ? stateFile(env["SIMULATOR_STATE"]) : undefined;
const saved = state.safeParse(file?.read() ?? emptyState());
if (!saved.success) console.warn("The kept phones are of another version; starting without them.");
const simulator = createSimulator(options, ports, saved.data);
simulator.subscribe(() => file?.saveSoon(simulator.state));

const site = new Hono<{ Bindings: HttpBindings }>()
  .route("/", pageRoutes({ app_url }))
  .all("*", async (c) => {
    try {
      return await simulator.fetch(c.req.raw);
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      c.env.incoming.socket.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  });

serve({ fetch: site.fetch, port, hostname: "127.0.0.1" }, (info) =>
  console.log(`Simulator: http://localhost:${info.port}`),
);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    file?.saveNow(simulator.state);
    process.exit(0);
  });

function apiKeys(sid: string | undefined, secret: string | undefined) {
  return sid && secret ? [{ sid, secret }] : [];
}
