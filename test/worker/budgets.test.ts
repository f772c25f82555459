import { createExecutionContext, waitOnExecutionContext } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { message } from "#contracts/messages.ts";
import { practice } from "#contracts/practices.ts";
import { createWorker } from "../../worker/index.ts";
import { identify } from "../../worker/team/identity.ts";
import { hashApiKey } from "../../worker/team/api-key-token.ts";
import type { Trip } from "../builders/a-watched-database.ts";
import { aPractice } from "../builders/a-practice.ts";
import { aProduct, type Product } from "../builders/a-product.ts";
import { aMobile, aSid, inboundForm } from "../builders/a-webhook.ts";
import { anEmptyHouse } from "../builders/an-empty-house.ts";
import { read } from "../builders/read.ts";
import { rows, run } from "../builders/rows.ts";

beforeEach(anEmptyHouse);

/** What D1 is asked while something happens: round trips, rows written and read. */
const cost = async (product: Product, happening: () => Promise<unknown>) => {
  const before = product.database.trips.length;
  await happening();
  const trips = product.database.trips.slice(before);
  const sum = (key: "rows_read" | "rows_written") =>
    trips.reduce((total, trip) => total + trip[key], 0);
  return { trips: trips.length, written: sum("rows_written"), read: sum("rows_read") };
};

const conversationOf = async (product: Product, id: number) =>
  (await read(await product.call(`/api/practices/${id}`), practice)).conversation_id ?? "";

/** A house with history: practices with a number, a conversation and messages, past the Worker. */
const history = async (size: { practices: number; messages_each: number }) => {
  const { practices, messages_each } = size;
  const numbers = JSON.stringify(Array.from({ length: practices }, (_, index) => index + 1));
  const turns = JSON.stringify(Array.from({ length: messages_each }, (_, index) => index + 1));
  await run(
    `INSERT INTO practices (id, name, municipality, language, created_at, updated_at)
     SELECT 1000 + value, 'Praktijk ' || value, 'Gent', 'nl', 1, 1 FROM json_each(?)`,
    numbers,
  );
  await run(
    `INSERT INTO contact_points (id, practice_id, channel, address, address_hash, created_at)
     SELECT 'cp_' || value, 1000 + value, 'sms', '+32480' || (100000 + value), 'h' || value, 1
     FROM json_each(?)`,
    numbers,
  );
  await run(
    `INSERT INTO contact_point_addresses (channel, address, contact_point_id)
     SELECT 'sms', '+32480' || (100000 + value), 'cp_' || value FROM json_each(?)`,
    numbers,
  );
  await run(
    `INSERT INTO conversations (id, practice_id, last_message_at, last_message_id, unread_count, created_at)
     SELECT 'conv_' || value, 1000 + value, value, 'msg_' || value || '_' || ?, 1, 1 FROM json_each(?)`,
    messages_each,
    numbers,
  );
  await run(
    `INSERT INTO messages (id, conversation_id, contact_point_id, channel, direction, status, purpose,
       author_kind, content, address, address_hash, sender_address, at, provider_id)
     SELECT 'msg_' || p.value || '_' || t.value, 'conv_' || p.value, 'cp_' || p.value, 'sms', 'inbound',
       'received', 'service', 'contact', 'tekst', 'x', 'h' || p.value, 'y', p.value,
       'SM' || p.value || '_' || t.value
     FROM json_each(?) p, json_each(?) t`,
    numbers,
    turns,
  );
};

describe("D1 is asked no more than it must", () => {
  test("for a text: one round trip and at most 11 rows from a known contact, also in a house with history", async () => {
    await history({ practices: 300, messages_each: 5 });
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "eerst");
    const known = await cost(product, () => product.text(one.mobile, "nog een"));
    expect(known.trips).toBe(1);
    expect(known.written).toBeLessThanOrEqual(11);
    expect(known.read).toBeLessThanOrEqual(60);
    const again = await cost(product, async () => {
      const form = inboundForm({ from: one.mobile, body: "x", sid: "SM_again" });
      await product.hook({ path: "/api/sms/webhook", form });
      const repeated = await cost(product, () => product.hook({ path: "/api/sms/webhook", form }));
      expect(repeated).toMatchObject({ trips: 1 });
      // The counter of the table's keys; nothing of the text.
      expect(repeated.written).toBeLessThanOrEqual(1);
    });
    expect(again.trips).toBe(2);
    const stranger = await cost(product, () => product.text(aMobile(), "Wie ben ik?"));
    expect(stranger.trips).toBe(1);
    expect(stranger.written).toBeLessThanOrEqual(20);
    const stop = await cost(product, () => product.text(one.mobile, "STOP"));
    expect(stop.trips).toBe(1);
    expect(stop.written).toBeLessThanOrEqual(12);
  });

  test("for a status: one round trip and one row; for a repeated one none is written", async () => {
    await history({ practices: 300, messages_each: 5 });
    const product = aProduct();
    const one = await aPractice(product);
    const answer = await product.call("/api/sms/send", {
      body: { practice_id: one.id, content: "Dag" },
    });
    const { id } = await read(answer, message, 202);
    const sid = product.simulator.books()[0]?.sid ?? "";
    const first = await cost(product, () => product.report(id, { sid, status: "delivered" }));
    expect(first).toMatchObject({ trips: 1, written: 1 });
    expect(first.read).toBeLessThanOrEqual(30);
    const again = await cost(product, () => product.report(id, { sid, status: "sent" }));
    expect(again).toMatchObject({ trips: 1, written: 0 });
    const nobody = await cost(product, () =>
      product.report(product.system.newId("msg"), { sid: aSid(), status: "sent" }),
    );
    expect(nobody).toMatchObject({ trips: 1, written: 0 });
  });

  test("for a forged webhook: nothing", async () => {
    const product = aProduct();
    const form = inboundForm({ from: aMobile(), body: "x" });
    for (const path of ["/api/sms/webhook", "/api/sms/status?message=x"])
      expect(await cost(product, () => product.hook({ path, form, signature: "forged" }))).toEqual({
        trips: 0,
        written: 0,
        read: 0,
      });
  });

  test("for a reply: three round trips until the answer, two more until it has left", async () => {
    await history({ practices: 300, messages_each: 5 });
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "Dag");
    const conversation_id = await conversationOf(product, one.id);
    let whenCalled = 0;
    product.provider.answer = async (request) => {
      whenCalled = product.database.trips.length;
      return product.simulator.fetch(request);
    };
    const start = product.database.trips.length;
    const body = {
      id: product.system.newId("msg"),
      conversation_id,
      channel: "sms",
      content: "Dag!",
    };
    const reply = await cost(product, () => product.call("/api/inbox/reply", { body }));
    expect(reply.trips).toBeLessThanOrEqual(5);
    expect(whenCalled - start).toBe(4);
    expect(reply.written).toBeLessThanOrEqual(15);
    expect(reply.read).toBeLessThanOrEqual(100);
  });

  test("for a page: one round trip, and as much in a house of 2,000 conversations as in one of 100", async () => {
    const read100 = await pageCosts({ practices: 100, messages_each: 3 });
    await anEmptyHouse();
    const read2000 = await pageCosts({ practices: 2_000, messages_each: 3 });
    for (const [name, { trips, read: among2000 }] of Object.entries(read2000)) {
      const among100 = read100[name]?.read ?? 0;
      expect(trips, name).toBe(1);
      expect(among2000, `${name}: ${among100} rows among 100`).toBeLessThanOrEqual(among100 + 20);
    }
  });

  const pageCosts = async (size: {
    practices: number;
    messages_each: number;
  }): Promise<Record<string, Awaited<ReturnType<typeof cost>>>> => {
    await history(size);
    const product = aProduct();
    const one = await aPractice(product);
    for (let turn = 0; turn < 60; turn += 1) await product.text(one.mobile, `tekst ${turn}`);
    const id = await conversationOf(product, one.id);
    const page = (path: string) => cost(product, () => product.call(path));
    const listed = await product.call("/api/inbox/conversations?limit=50");
    const { next_cursor } = await listed.json<{ next_cursor: string }>();
    return {
      inbox: await page("/api/inbox/conversations"),
      "inbox, second page": await page(
        `/api/inbox/conversations?cursor=${encodeURIComponent(next_cursor)}`,
      ),
      "inbox, unread": await page("/api/inbox/conversations?filter=unread"),
      conversation: await page(`/api/inbox/conversation/${id}`),
      unread: await page("/api/inbox/unread"),
      practices: await page("/api/practices"),
      practice: await page(`/api/practices/${one.id}`),
      "found by number": await page(`/api/practices?q=${encodeURIComponent(one.mobile)}`),
      "history on a channel": await page(`/api/sms/history/${one.id}`),
    };
  };

  test("to know who asks: one round trip for a key, without a write", async () => {
    const product = aProduct();
    const key = `sk_spk_${"a".repeat(64)}`;
    await run(
      `INSERT INTO api_keys (id, name, start, hash, role, created_by, created_at)
       VALUES ('key_1', 'CRM', 'sk_spk', ?, 'agent', 'member_1', 1)`,
      await hashApiKey(key),
    );
    const worker = createWorker({ system: product.system, identify });
    const request = new Request(`${env.APP_URL}/api/inbox/unread`, {
      headers: { Authorization: `Bearer ${key}` },
    });
    const asked = await cost(product, async () => {
      const execution = createExecutionContext();
      const answer = await worker.fetch(request, product.env, execution);
      await waitOnExecutionContext(execution);
      expect(answer.status).toBe(200);
    });
    expect(asked).toMatchObject({ trips: 2, written: 0 });
  });

  test("for a tick in which nothing is due: four round trips, nothing written, nothing read through", async () => {
    await history({ practices: 500, messages_each: 3 });
    const product = aProduct();
    const idle = await cost(product, () => product.cron());
    expect(idle).toMatchObject({ written: 0 });
    expect(idle.trips).toBeLessThanOrEqual(4);
    expect(idle.read).toBeLessThanOrEqual(20);
  });
});

describe("no statement reads through what grows", () => {
  const growing = [
    "messages",
    "conversations",
    "practices",
    "contact_points",
    "contact_point_addresses",
    "contact_point_people",
    "people",
    "suppressions",
    "audit_log",
    "idempotency_keys",
  ];

  /** SQLite names a scan by its alias, so every alias of a growing table is looked for. */
  const namesIn = (sql: string) =>
    new Map(
      [...sql.matchAll(/\b(?:FROM|JOIN|UPDATE|INTO|,)\s+(\w+)(?:\s+(?:AS\s+)?(\w+))?/gi)].flatMap(
        ([, table = "", alias]) =>
          growing.includes(table)
            ? [[table, table] as const, ...(alias ? [[alias, table] as const] : [])]
            : [],
      ),
    );

  /** Work that is bounded by a partial index of what is unfinished is no reading through. */
  const bounded =
    /USING (COVERING )?INDEX (messages_due|conversation_merges_unfinished|conversations_newest|conversations_unread)\b/;

  test("of any request, webhook, job or tick", async () => {
    const product = aProduct();
    await everything(product);
    const statements = new Map(
      product.database.trips
        .flatMap((trip: Trip) => trip.statements)
        .map(({ sql, params }) => [sql, params]),
    );
    expect(statements.size).toBeGreaterThan(50);
    const scans: string[] = [];
    for (const [sql, params] of statements) {
      const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...params)
        .all<{ detail: string }>();
      const names = namesIn(sql);
      for (const { detail } of plan.results) {
        const [, scanned = ""] = /^SCAN (\w+)/.exec(detail) ?? [];
        const table = names.get(scanned);
        if (table && !bounded.test(detail)) scans.push(`${detail} (${table}) in ${sql}`);
      }
    }
    expect(scans).toEqual([]);
  });

  /** One of each thing that can happen. */
  const everything = async (product: Product) => {
    const as = "admin" as const;
    const mobile = aMobile();
    const contact_points = [{ channel: "sms", address: mobile, person: "Dr. Maes" }];
    const one = await aPractice(product, { contact_points });
    const other = await aPractice(product);
    for (const body of ["Dag", "STOPPEN", "Toch nog iets", "START"])
      await product.text(mobile, body);
    const stranger = aMobile();
    await product.text(stranger, "Wie ben ik?");
    const sent = await product.call("/api/sms/send", {
      as,
      body: { practice_id: one.id, content: "Dag!", to: mobile },
      headers: { "Idempotency-Key": "k" },
    });
    const { id, conversation_id } = await read(sent, message, 202);
    const [last] = product.simulator.books();
    for (const status of ["sent", "delivered", "read", "canceled"])
      await product.report(id, { sid: last?.sid ?? "", status });
    product.provider.answer = async () => Response.json({ code: 21610 }, { status: 400 });
    const body = { conversation_id, channel: "sms", content: "Faalt" };
    const failed = await product.call("/api/inbox/reply", {
      as,
      body: { ...body, id: product.system.newId("msg"), expected_last_message_id: id },
    });
    await product.text(mobile, "START");
    product.provider.answer = async () => Response.json({ code: 20429 }, { status: 429 });
    const failedId = (await read(failed, message, 202)).id;
    await product.call(`/api/messages/${failedId}/retry`, { as, body: {} });
    product.provider.answer = (request) => product.simulator.fetch(request);
    await product.clock.advance(60_000);
    await product.cron();
    await product.clock.advance(60_000);
    for (const cron of ["* * * * *", "*/5 * * * *", "17 3 * * *"]) await product.cron(cron);
    const [unknown] = await rows<{ id: string }>(
      "SELECT id FROM conversations WHERE practice_id IS NULL",
    );
    for (const path of [
      "/api/inbox/conversations",
      "/api/inbox/conversations?filter=unread",
      "/api/inbox/conversations?q=linde",
      `/api/inbox/conversation/${conversation_id}`,
      "/api/inbox/unread",
      "/api/practices",
      "/api/practices?q=linde",
      `/api/practices/${one.id}`,
      `/api/sms/history/${one.id}`,
      "/api/me",
      "/api/team/members",
      "/api/team/keys",
      "/api/team/audit",
    ])
      await product.call(path, { as });
    await product.call(`/api/inbox/mark-read/${conversation_id}`, { method: "PUT", body: {} });
    const link = `/api/inbox/conversation/${unknown?.id}/link`;
    expect((await product.call(link, { body: { practice_id: one.id } })).status).toBe(200);
    await product.call(`/api/practices/${one.id}`, { method: "PATCH", body: { name: "Anders" } });
    const points = `/api/practices/${one.id}/contact-points`;
    await product.call(points, { body: { channel: "phone", address: "09 222 22 22" } });
    await product.call(points, { body: { channel: "sms", address: other.mobile, move: true } });
    const { contact_points: held } = await read(
      await product.call(`/api/practices/${one.id}`),
      practice,
    );
    await product.call(`${points}/${held[0]?.id}`, { method: "DELETE" });
    const erased = await product.call(`/api/practices/${one.id}`, { as, method: "DELETE" });
    expect(erased.status).toBe(200);
    expect((await product.call(`/api/inbox/conversation/${conversation_id}`)).status).toBe(404);
  };
});
