import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "#contracts/messages.ts";
import { type CrashWorld, crashWorld } from "./crash-world.ts";
import {
  doubtedWithoutCause,
  type Kill,
  isTakenText,
  killSeen,
  notOnce,
  repeated,
  sentTwice,
  textsTaken,
} from "./laws.ts";
import { loadOn } from "./load.ts";
import { settles } from "./settles.ts";

const rounds = 10;
const phones = [1, 2, 3, 4].map((n) => `+3247000000${n}`);
/** They belong to no practice. */
const strangers = [5, 6, 7].map((n) => `+3247000000${n}`);

let world: CrashWorld;
beforeAll(async () => {
  world = await crashWorld();
});
afterAll(() => world?.stop());

/** The provider's side is not at its best either. */
const trouble = [
  { fault: "too_many_requests", chance: 0.3 },
  { fault: "callbacks_twice", chance: 0.2 },
  { fault: "callbacks_reordered", chance: 0.2 },
  { fault: "callbacks_dropped", chance: 0.2 },
] as const;

const aThread = async (address: string, n: number) => {
  const { id } = await world.api.addPractice(`Praktijk ${n}`, address);
  const first = await world.api.send(`first ${n}`, { practice_id: id, content: `Welkom ${n}` });
  return { practice_id: id, conversation_id: first.conversation_id };
};

/** Kills and restarts the Worker under load, until everything has come to rest. */
const crashAgainAndAgain = async () => {
  const { api, worker, simulator: served } = world;
  await worker.start();
  const threads = await Promise.all(phones.map(aThread));
  const load = loadOn(api, served.simulator.textIn, { threads, phones: [...phones, ...strangers] });
  served.simulator.setProviderFaults(trouble);
  served.simulator.subscribe((change) => {
    if (change.type === "wire" && isTakenText(change.entry)) load.answered("text");
  });
  const kills: Kill[] = [];
  let asked = 0;
  let from = 0;
  for (let round = 0; round < rounds; round += 1) {
    // What the sweep finds, it sends while the load goes on.
    await api.tick();
    let killed = Promise.resolve();
    const { hanging } = await load.until(8 + ((round * 7) % 9), round % 2 ? "send" : "text", () => {
      kills.push(killSeen(from, served));
      killed = worker.kill();
    });
    await Promise.all([killed, hanging]);
    if (round === rounds - 1) await world.letAMinutePass();
    from = Date.now();
    await worker.start();
    asked += await load.askAgain();
  }

  served.simulator.setProviderFaults([]);
  let found: Message[] = [];
  await settles("nothing is queued or sending, and no webhook is due", async () => {
    await api.tick();
    if (Object.keys(served.simulator.state().jobs).length > 0) return false;
    found = await api.everything();
    return found.every(({ status }) => status !== "queued" && status !== "sending");
  });
  return { kills, asked, acknowledged: load.acknowledged, found };
};

test("a Worker killed ten times under load keeps what it acknowledged and sends nothing twice", async () => {
  const { kills, asked, acknowledged, found } = await crashAgainAndAgain();
  const { simulator } = world;
  const inbound = found.filter(({ direction }) => direction === "inbound");
  const outbound = found.filter(({ direction }) => direction === "outbound");
  const doubted = outbound.filter(({ status }) => status === "unknown");
  const claims = await world.claims();

  // Each is a law; together they say what went wrong, where one alone would say only the first.
  expect({
    "in two conversations": repeated(found, ({ id }) => id),
    "texts answered 2xx and not there once": notOnce(
      textsTaken(simulator),
      inbound,
      ({ content }) => content,
    ),
    "texts there twice": repeated(inbound, ({ content }) => content),
    "acknowledged and not there once": notOnce(
      acknowledged.map(({ id }) => id),
      outbound,
      ({ id }) => id,
    ),
    "asked once and there twice": repeated(outbound, ({ content }) => content),
    "accepted twice by the provider": sentTwice(simulator),
    "not at rest": outbound.filter(
      ({ status }) => !["sent", "delivered", "failed", "unknown"].includes(status),
    ),
    "in doubt without a kill": doubtedWithoutCause(claims, kills, acknowledged, simulator),
  }).toEqual({
    "in two conversations": [],
    "texts answered 2xx and not there once": [],
    "texts there twice": [],
    "acknowledged and not there once": [],
    "asked once and there twice": [],
    "accepted twice by the provider": [],
    "not at rest": [],
    "in doubt without a kill": [],
  });

  // The kills hit something: calls under way, and messages that only a job of the lost queue would wake.
  const underWay = new Set(kills.flatMap((kill) => [...kill.underWay]));
  const waiting = new Set(kills.flatMap((kill) => [...kill.waiting]));
  const recovered = outbound.filter(
    ({ id, status }) => waiting.has(id) && (status === "sent" || status === "delivered"),
  );
  expect(kills).toHaveLength(rounds);
  expect(underWay.size).toBeGreaterThan(0);
  expect(recovered.length).toBeGreaterThan(0);
  console.log(
    `${kills.length} kills: ${acknowledged.length} sends acknowledged, ${asked} asked again, ` +
      `${inbound.length} texts, ${simulator.calls.length} calls to the provider; ` +
      `${underWay.size} calls cut off, ${recovered.length} sent although their wake-up was lost, ` +
      `${doubted.length} left in doubt.`,
  );
});
