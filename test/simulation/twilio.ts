import type { WebhookInit } from "../simulator/core/ports.ts";
import { createSimulator } from "../simulator/create-simulator.ts";
import type { Message } from "../simulator/core/state.ts";
import type { Faults } from "./faults.ts";
import { config } from "./settings.ts";
import type { Ending, World } from "./world.ts";

/** How a webhook enters the product. */
export type Door = (url: string, init: WebhookInit) => Promise<Ending<Response>>;

export type Twilio = ReturnType<typeof createTwilio>;

const day_ms = 24 * 60 * 60 * 1000;

/** The simulated Twilio in this process; between it and the product lies a network that fails by seed. */
export const createTwilio = (world: World, door: Door) => {
  const { clock, strikes, log } = world;
  const chance = world.rng("twilio");
  const network = world.rng("network");
  /** SIDs of texts whose webhook we answered with 2xx. */
  const acknowledged = new Set<string>();
  /** By SID, the statuses whose callback we answered with 2xx. */
  const heard = new Map<string, Set<string>>();
  /** SIDs that a stray status called undelivered. */
  const disowned = new Set<string>();
  let ids = 0;

  const enter = async (url: string, init: WebhookInit) => {
    world.counted.webhooks += 1;
    const ending = await door(url, init);
    const status = ending.kind === "answered" ? ending.value.status : null;
    const form = new URLSearchParams(init.body);
    const sid = form.get("MessageSid") ?? "";
    log(
      `webhook ${form.get("MessageStatus") ?? "text"} ${sid.slice(-6)} → ${status ?? ending.kind}`,
    );
    if (status === null || status >= 300) return ending;
    const report = form.get("MessageStatus");
    if (report === null) acknowledged.add(sid);
    else heard.set(sid, (heard.get(sid) ?? new Set()).add(report));
    return ending;
  };

  /** The way of one webhook attempt. */
  const carry = async (url: string, init: WebhookInit): Promise<Response> => {
    if (strikes(network, "webhook_dropped")) throw new TypeError("connect failed");
    if (strikes(network, "webhook_duplicated")) {
      const copies = network.chance(0.05) ? network.int(5, 12) : 1;
      for (let copy = 0; copy < copies; copy += 1)
        clock.after(
          network.chance(0.1) ? day_ms + network.int(0, 5 * 3_600_000) : network.int(0, 60_000),
          () => void enter(url, init),
        );
    }
    if (strikes(network, "webhook_delayed")) await world.sleep(network.int(1, 14_000));
    else await world.sleep(network.int(1, 30));
    const ending = await enter(url, init);
    if (ending.kind !== "answered" || strikes(network, "webhook_answer_lost")) {
      await world.sleep(1_000);
      throw new DOMException("timed out", "TimeoutError");
    }
    return ending.value;
  };

  const simulator = createSimulator(
    {
      account_sid: config.TWILIO_ACCOUNT_SID,
      auth_token: config.TWILIO_AUTH_TOKEN,
      phone_number: config.TWILIO_PHONE_NUMBER,
      resend_api_key: config.RESEND_API_KEY,
      webhooks: { sms: `${config.PUBLIC_URL}/api/sms/webhook#rc=5&rp=all` },
    },
    {
      now: clock.now,
      random: chance.next,
      newId: () => (ids += 1).toString(16).padStart(32, "0"),
      schedule: (after_ms, run) => clock.after(after_ms, () => void run()),
      fetch: carry,
    },
  );

  /** What Twilio took on for one of our messages, by our id. */
  const accepted = new Map<string, Message[]>();
  const known = new Set<string>();
  simulator.subscribe((change) => {
    if (change.type !== "message" || change.message.direction !== "outbound-api") return;
    const { message } = change;
    if (known.has(message.sid)) return;
    known.add(message.sid);
    world.counted.sends += 1;
    const id = new URL(message.status_callback ?? "").searchParams.get("message") ?? "";
    accepted.set(id, [...(accepted.get(id) ?? []), message]);
    log(`twilio accepts ${id.slice(-6)} as ${message.sid.slice(-6)}`);
  });

  const answer = async (request: Request): Promise<Response> => {
    const answered = await simulator.fetch(request);
    if (request.method !== "GET" || !strikes(network, "listing_lags")) return answered;
    // Twilio's own list.
    const list = (await answered.json()) as { messages: { date_created: string }[] };
    const until = clock.now() - network.int(0, 600_000);
    const messages = list.messages.filter(({ date_created }) => Date.parse(date_created) < until);
    return Response.json({ ...list, messages });
  };

  return {
    ...simulator,
    answer,
    enter,
    acknowledged,
    heard,
    accepted: (id: string): readonly Message[] => accepted.get(id) ?? [],
    allAccepted: (): ReadonlyMap<string, readonly Message[]> => accepted,
    /** Twilio has given up on it, or somebody who can sign said so. */
    failed: (sid: string): boolean =>
      ["failed", "undelivered"].includes(simulator.state().messages[sid]?.status ?? "") ||
      disowned.has(sid),
    disowned,
    setFaults: (faults: Faults) => simulator.setProviderFaults(wishes(faults)),
  };
};

/** The faults that are Twilio's own, in the order in which a later one overrules. */
const own = [
  ["unreachable", "unreachable"],
  ["filtered", "filtered"],
  ["callbacks_twice", "callbacks_twice"],
  ["callbacks_reordered", "callbacks_reordered"],
  ["callbacks_dropped", "callbacks_dropped"],
  ["error_before_creating", "error_before_creating"],
  ["error_after_creating", "error_after_creating"],
  ["connection_lost", "connection_lost"],
  ["too_many_requests", "too_many_requests"],
] as const;

const wishes = (faults: Faults) =>
  own.flatMap(([name, fault]) => (faults[name] > 0 ? [{ fault, chance: faults[name] }] : []));
