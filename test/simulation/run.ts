import { createHash } from "node:crypto";
import type { createWorker as CreateWorker } from "../../worker/index.ts";
import { noFaults } from "./faults.ts";
import { openHouse } from "./house.ts";
import { holdAlways, holdAtCommit, holdAtTheEnd, holdToWhoeverLooks } from "./laws.ts";
import { type MoveName, moves } from "./moves.ts";
import { createObjects } from "./objects.ts";
import { phones, type Play } from "./play.ts";
import { createIsolates, createProduct } from "./product.ts";
import { quiescence } from "./quiescence.ts";
import { useWorkersSockets } from "./sockets.ts";
import { useSynchronousSubtle } from "./subtle.ts";
import { openTab } from "./tab.ts";
import { createTwilio, type Twilio } from "./twilio.ts";
import { unplayed, Violation } from "./violation.ts";
import { createWitness } from "./witness.ts";
import { takeTour } from "./tour.ts";
import { createWorld, type Mishap, type World } from "./world.ts";

export type Counted = World["counted"];
export type Verdict = {
  seed: number;
  hash: string;
  counted: Counted;
  lines: readonly string[];
  broken: { law: string; detail: string; step: number } | null;
};

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;
/** The invariants' I26: so long after the last fault everything has come to rest. */
const convergesWithin_ms = 30 * minute_ms;
const start = Date.UTC(2026, 10, 23, 9, 0, 0);

/** A process that runs seeds, one after the other, over one database. */
export const createRunner = async (createWorker: typeof CreateWorker) => {
  useSynchronousSubtle();
  useWorkersSockets();
  const house = openHouse();
  const objects = createObjects();
  const isolates = createIsolates(createWorker);
  let now = () => start;
  Date.now = () => now();

  /** One seed's world, its clock driving everything. */
  const set = (seed: number) => {
    objects.reset();
    const world = createWorld(seed, start);
    now = world.clock.now;
    let twilio: Twilio | null = null;
    const theTwilio = () => {
      if (!twilio) throw new Error("Twilio is there before anything happens");
      return twilio;
    };
    const { witness, watch, broken } = createWitness(world, house, theTwilio);
    house.witnessedBy(witness);
    const product = createProduct({
      world,
      house,
      objects,
      isolates,
      watch,
      provider: (request) => theTwilio().answer(request),
    });
    twilio = createTwilio(world, (url, { method, headers, body }) =>
      product.fetch("webhook", new Request(url, { method, headers, body })),
    );
    let texts = 0;
    const play: Play = {
      world,
      house,
      product,
      twilio,
      objects,
      tabs: [],
      meant: new Map(),
      linked: [],
      driven: new Set(),
      joined: new Set(),
      erased: [],
      text: (kind) => `${kind} ${(texts += 1)}`,
    };

    let failure: unknown = null;
    const attempt = (work: Promise<unknown>) =>
      void work.catch((error: unknown) => {
        failure ??= error;
      });

    /** Lets the world run until then, one event at a time, and holds it to its laws. */
    const drive = async (until: number) => {
      let written = 0;
      let closed = 0;
      let held = 0;
      await quiescence(world.stalled);
      while (world.clock.step(until)) {
        world.counted.events += 1;
        await quiescence(world.stalled);
        isolates.rest();
        if (failure) throw failure;
        const seen = broken();
        if (seen) throw seen;
        const changes = house.changes();
        if (written !== changes) holdAtCommit(play);
        written = changes;
        if (closed === world.closed()) continue;
        closed = world.closed();
        if (held !== written) holdAlways(play);
        held = written;
      }
      world.clock.jump(until);
    };
    return { world, play, drive, attempt };
  };

  const furnish = async () => {
    const { world, play, drive, attempt } = set(0);
    world.setFaults(noFaults);
    const practice = (name: string, ...numbers: string[]) =>
      play.product.ask({
        as: "crm",
        method: "POST",
        path: "/api/practices",
        body: { name, contact_points: numbers.map((address) => ({ channel: "sms", address })) },
      });
    attempt(
      (async () => {
        await practice("Huisartsen Abeel", phones.abeel, phones.abeelToo);
        await practice("Tandarts Berk", phones.berk);
        await practice("Kine Ceder", phones.ceder);
        await practice("Apotheek Demo", phones.demo);
        await practice("Vroedvrouw Esdoorn", phones.esdoorn);
        await practice("Praktijk Fijn");
        house.database.exec("UPDATE practices SET is_demo = 1 WHERE name = 'Apotheek Demo'");
      })(),
    );
    await drive(start + minute_ms);
    if (house.read(`SELECT 1 FROM practices`).length !== 6)
      throw new Error("the house is not furnished");
    house.begin();
  };
  await furnish();

  const run = async (seed: number): Promise<Verdict> => {
    const { world, play, drive, attempt } = set(seed);
    const { clock, counted } = world;
    const broken = await judged(world, async () => {
      play.twilio.setFaults(world.faults());
      ticking(play, attempt);
      const plan = world.rng("plan");
      let at = clock.now();
      const count = plan.int(15, 40);
      const hurry = plan.next();
      for (let i = 0; i < count; i += 1) {
        const name = chosen(plan.next());
        at += plan.chance(hurry) ? plan.int(0, 50) : plan.int(0, 12_000);
        clock.after(at - clock.now(), () => {
          world.log(`move ${i} ${name}`);
          attempt(moves[name].play(play, world.rng(`move ${i} ${name}`)));
        });
      }
      await drive(at + 5_000);
      world.heal();
      play.twilio.setFaults(noFaults);
      await drive(clock.now() + convergesWithin_ms);
      holdAtTheEnd(play);
      attempt(epilogue(play));
      await drive(clock.now() + 25 * minute_ms);
      holdAtTheEnd(play);
      holdToWhoeverLooks(play);
      await drive(clock.now() + 2 * day_ms);
      holdAtTheEnd(play);
    });
    const books = house.read<object>(
      `SELECT id, conversation_id, status, at, provider_id FROM messages ORDER BY seq`,
    );
    const hash = createHash("sha256")
      .update(world.lines.join("\n"))
      .update(JSON.stringify(books))
      .digest("hex")
      .slice(0, 16);
    house.reset();
    return { seed, hash, counted, lines: world.lines, broken };
  };

  /** The tour with at most one mishap; how many calls there are at which one can happen. */
  const tour = async (
    mishap: Pinned | null,
  ): Promise<{ points: number; broken: Verdict["broken"] }> => {
    const { world, play, drive, attempt } = set(0);
    world.setFaults({ ...noFaults, webhook_duplicated: 0.3, job_redelivered: 0.3 });
    world.pin(mishap);
    let points = 0;
    const broken = await judged(world, async () => {
      ticking(play, attempt);
      attempt(takeTour(play));
      await drive(start + 5 * minute_ms);
      points = world.points();
      world.heal();
      await drive(world.clock.now() + convergesWithin_ms);
      holdAtTheEnd(play);
    });
    house.reset();
    return { points, broken };
  };

  return { run, tour };
};

type Pinned = { nth: number; mishap: Mishap };

/** What a world's play comes to: null, or the law that broke. */
const judged = async (world: World, play: () => Promise<void>): Promise<Verdict["broken"]> => {
  const step = () => world.counted.events;
  try {
    await play();
    return null;
  } catch (error) {
    if (error instanceof Violation) return { law: error.law, detail: error.detail, step: step() };
    const detail = String(error instanceof Error ? error.stack : error);
    return { law: unplayed, detail, step: step() };
  }
};

const weights = Object.entries(moves) as [MoveName, (typeof moves)[MoveName]][];
const total = weights.reduce((sum, [, { weight }]) => sum + weight, 0);

const chosen = (chance: number): MoveName => {
  let left = chance * total;
  for (const [name, { weight }] of weights) {
    left -= weight;
    if (left < 0) return name;
  }
  return "text_in";
};

/** The cron, as punctual as the seed has it, until the world has come to rest. */
const ticking = (play: Play, attempt: (work: Promise<unknown>) => void) => {
  const { world, product } = play;
  const by = world.rng("cron");
  const { clock, strikes } = world;
  let minute = 0;
  const next = () => {
    minute += 1;
    if (world.healed() && minute % 10 > 0 && !hasWork(play)) {
      clock.after(minute_ms, next);
      return;
    }
    const fire = (cron: string) => {
      if (strikes(by, "tick_missed")) return;
      const late_ms = strikes(by, "tick_late") ? by.int(1_000, 90_000) : 0;
      const times = strikes(by, "tick_twice") ? 2 : 1;
      for (let i = 0; i < times; i += 1)
        clock.after(late_ms + i * by.int(0, 20), () => attempt(product.tick(cron)));
    };
    fire("* * * * *");
    if (minute % 5 === 0) fire("*/5 * * * *");
    if (minute < 120) clock.after(minute_ms, next);
  };
  clock.after(by.int(0, minute_ms), next);
};

/** What a tick would find. Idle ticks change nothing, and a seed has the time for a few of them only. */
const hasWork = ({ house }: Play): boolean =>
  house.read(
    `SELECT 1 FROM messages WHERE due_at IS NOT NULL
     UNION ALL SELECT 1 FROM conversation_merges WHERE moved_at IS NULL LIMIT 1`,
  ).length > 0;

/** Nothing fails any more: who looks now sees everything, and hears what comes. */
const epilogue = async (play: Play) => {
  const { product, twilio, world } = play;
  for (const tab of play.tabs) await tab.connect();
  play.tabs.push(
    openTab(
      play,
      "bram",
      play.house.read<{ id: string }>(
        `SELECT id FROM conversations WHERE merged_into IS NULL ORDER BY last_message_at DESC LIMIT 1`,
      )[0]?.id ?? null,
    ),
  );
  await play.tabs.at(-1)?.connect();
  twilio.textIn(phones.unknown3, play.text("text"));
  twilio.textIn(phones.abeel, play.text("text"));
  await world.sleep(10_000);
  const [stranger] = play.house.read<{ id: string }>(
    `SELECT id FROM conversations WHERE contact_point_id IS NOT NULL AND merged_into IS NULL ORDER BY id`,
  );
  const [practice] = play.house.read<{ id: number }>(
    `SELECT c.practice_id AS id FROM conversations c JOIN practices p ON p.id = c.practice_id
     WHERE c.merged_into IS NULL AND p.erased_at IS NULL ORDER BY p.id DESC`,
  );
  if (stranger && practice) {
    const answer = await product.ask({
      as: "bram",
      method: "POST",
      path: `/api/inbox/conversation/${stranger.id}/link`,
      body: { practice_id: practice.id },
    });
    if (answer?.status === 200) play.joined.add(String(answer.body["id"]));
  }
  const content = play.text("sms");
  await product.ask({
    as: "anna",
    method: "POST",
    path: "/api/sms/send",
    body: { practice_id: 2, content },
    headers: { "idempotency-key": content },
  });
};
