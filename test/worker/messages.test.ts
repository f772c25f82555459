import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { conversation, conversationSummary } from "#contracts/inbox.ts";
import {
  type FailureReason,
  type Message,
  message,
  type MessageStatus,
  messageStatuses,
} from "#contracts/messages.ts";
import { pageOf } from "#contracts/pages.ts";
import { practice } from "#contracts/practices.ts";
import { realSystem } from "../../worker/context/system.ts";
import { advance } from "../../worker/messages/status.ts";
import { aPractice } from "../builders/a-practice.ts";
import { aProduct, aRequest, type Product, type Who } from "../builders/a-product.ts";
import { aMobile, aSid } from "../builders/a-webhook.ts";
import { anEmptyHouse } from "../builders/an-empty-house.ts";
import { read, refusal } from "../builders/read.ts";
import { count, rows, run } from "../builders/rows.ts";

beforeEach(anEmptyHouse);

type Row = {
  id: string;
  status: MessageStatus;
  due_at: number | null;
  attempts: number;
  provider_id: string | null;
  refusal_reason: FailureReason | null;
  provider_code: string | null;
};

const stored = async (id: string): Promise<Row> => {
  const [row] = await rows<Row>("SELECT * FROM messages WHERE id = ?", id);
  if (!row) throw new Error(`no message ${id}`);
  return row;
};

const statuses = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    (
      await rows<{ status: string; n: number }>(
        "SELECT status, count(*) AS n FROM messages GROUP BY status ORDER BY status",
      )
    ).map(({ status, n }) => [status, n]),
  );

const sms = (product: Product, practice_id: number, content = "Goeiemorgen") =>
  product.call("/api/sms/send", { body: { practice_id, content } });

const sent = async (product: Product, practice_id: number, content?: string): Promise<Message> =>
  read(await sms(product, practice_id, content), message, 202);

const viewed = async (product: Product, id: string): Promise<Message> => {
  const row = (
    await rows<{ c: string }>("SELECT conversation_id c FROM messages WHERE id = ?", id)
  )[0];
  const thread = await product.call(`/api/inbox/conversation/${row?.c}`);
  const found = (await read(thread, conversation)).messages.find((one) => one.id === id);
  if (!found) throw new Error(`message ${id} is not in its conversation`);
  return found;
};

const conversationOf = async (product: Product, practice_id: number): Promise<string> => {
  const one = await read(await product.call(`/api/practices/${practice_id}`), practice);
  if (!one.conversation_id) throw new Error("no conversation yet");
  return one.conversation_id;
};

/** Messages that wait for somebody to deliver them, as a wake-up that was lost leaves them. */
const waiting = async (product: Product, how_many: number): Promise<string[]> => {
  const { id } = await aPractice(product);
  const first = await sent(product, id, "first");
  const row = { ...(await rows("SELECT * FROM messages WHERE id = ?", first.id))[0] };
  await run("UPDATE messages SET status = 'delivered' WHERE id = ?", first.id);
  product.calls.length = 0;
  const ids = Array.from({ length: how_many }, () => product.system.newId("msg"));
  await run(
    `INSERT INTO messages (id, conversation_id, contact_point_id, channel, direction, status, purpose,
       author_kind, author_id, content, address, address_hash, sender_address, at, due_at)
     SELECT value, ?, ?, 'sms', 'outbound', 'queued', 'service', 'member', 'member_agent', value, ?, ?, ?, ?, ?
     FROM json_each(?)`,
    row["conversation_id"] ?? null,
    row["contact_point_id"] ?? null,
    row["address"] ?? null,
    row["address_hash"] ?? null,
    row["sender_address"] ?? null,
    product.clock.now(),
    product.clock.now(),
    JSON.stringify(ids),
  );
  return ids;
};

const bodies = (product: Product) => product.calls.map(({ form }) => form.get("Body"));

const aNever = () => new Promise<never>(() => {});

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers });

describe("a text that is sent", () => {
  test("is stored and answered 202 before Twilio is asked, and asked once with all it needs", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const body = { practice_id: one.id, content: "  Goeiemorgen,\nmet Lotte. " };
    const { response, settled } = await product.begin(aRequest("/api/sms/send", { body }));
    const answer = await read(response, message, 202);
    expect(answer).toMatchObject({
      practice_id: one.id,
      direction: "outbound",
      status: "queued",
      content: body.content,
      address: one.mobile,
      author: { kind: "member", id: "member_agent" },
      failure: null,
      retry_of: null,
    });
    await settled;
    const [call, ...others] = product.calls;
    expect(others).toEqual([]);
    expect(call).toMatchObject({
      url: `${env.TWILIO_API_URL}/2010-04-01/Accounts/${env.TWILIO_ACCOUNT_SID}/Messages.json`,
      timeout_ms: 25_000,
      redirect: "manual",
    });
    expect(Object.fromEntries(call?.form ?? [])).toEqual({
      To: one.mobile,
      From: env.TWILIO_PHONE_NUMBER,
      Body: body.content,
      StatusCallback: `${env.PUBLIC_URL}/api/sms/status?message=${answer.id}#rc=5&rp=all`,
    });
    const [book] = product.simulator.books();
    expect(await viewed(product, answer.id)).toMatchObject({ status: "sent", segments: 1 });
    expect((await stored(answer.id)).provider_id).toBe(book?.sid);
    await product.clock.advance(10_000);
    expect(await viewed(product, answer.id)).toMatchObject({ status: "delivered" });
    expect(await count("audit_log WHERE action = 'message.send' AND subject = ?", answer.id)).toBe(
      1,
    );
  });

  const failures: [code: number, status: number, reason: FailureReason][] = [
    [21211, 400, "invalid_number"],
    [21604, 400, "invalid_number"],
    [21614, 400, "landline"],
    [21610, 400, "opted_out"],
    [21408, 400, "region_not_allowed"],
    [21612, 400, "region_not_allowed"],
    [21606, 400, "sender_not_usable"],
    [21212, 400, "sender_not_usable"],
    [21703, 400, "sender_not_usable"],
    [21611, 400, "queue_full"],
    [21617, 400, "content_refused"],
    [21608, 400, "recipient_not_verified"],
    [20003, 401, "account_stopped"],
    [20005, 403, "account_stopped"],
    [20404, 404, "account_stopped"],
    [99999, 400, "provider_error"],
  ];
  test.each(failures)(
    "and refused by Twilio with %i (%i) fails as %s, and is not tried again",
    async (code, status, reason) => {
      const product = aProduct();
      const { id } = await aPractice(product);
      product.provider.answer = async () => json(status, { code, message: "no", status });
      const { id: message_id } = await sent(product, id);
      expect(await viewed(product, message_id)).toMatchObject({
        status: "failed",
        failure: { reason, provider_code: String(code) },
        failed_at: new Date(product.clock.now()).toISOString(),
      });
      await product.clock.advance(86_400_000);
      await product.bring([{ message_ids: [message_id] }]);
      await product.cron();
      expect(product.calls).toHaveLength(1);
    },
  );

  const mysteries: Record<string, () => Promise<Response>> = {
    "a timeout": () => Promise.reject(new DOMException("timed out", "TimeoutError")),
    "a lost connection": () => Promise.reject(new TypeError("Network connection lost.")),
    "a connection that breaks in the body": async () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.error(new Error("Network connection lost.")),
        }),
        { status: 201 },
      ),
    "500 with a code": async () => json(500, { code: 20500, message: "x", status: 500 }),
    "503 with a code": async () => json(503, { code: 20503, message: "x", status: 503 }),
    "502 of a proxy": async () => new Response("<html>Bad Gateway</html>", { status: 502 }),
    "500 that claims 20429": async () => json(500, { code: 20429, message: "x", status: 500 }),
    "429 without the code": async () => json(429, { message: "slow down" }),
    "429 with another code": async () => json(429, { code: 20003, message: "x", status: 429 }),
    "429 that is no JSON": async () => new Response("slow down", { status: 429 }),
    "201 that is no JSON": async () => new Response("ok", { status: 201 }),
    "201 without a sid": async () => json(201, { status: "queued" }),
    "201 that is empty": async () => new Response(null, { status: 201 }),
    "400 without a code": async () => json(400, { message: "x" }),
    "a redirect": async () => new Response(null, { status: 307, headers: { Location: "/x" } }),
  };
  test.each(Object.entries(mysteries))(
    "and answered by %s is unknown, and never called again by a machine",
    async (_, answer) => {
      const product = aProduct();
      const { id } = await aPractice(product);
      product.provider.answer = answer;
      const { id: message_id } = await sent(product, id);
      expect(await stored(message_id)).toMatchObject({ status: "unknown" });
      for (const later_ms of [5_000, 60_000, 86_400_000]) {
        await product.clock.advance(later_ms);
        await product.bring([{ message_ids: [message_id] }]);
        await product.cron();
      }
      expect(product.calls).toHaveLength(1);
      expect((await stored(message_id)).status).toBe("unknown");
    },
  );

  test("waits no longer for an answer than it was told, also when the answer stalls", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
        ),
    );
    const answer = realSystem().fetch(new Request("http://twilio.test"), 10);
    await expect(answer).rejects.toMatchObject({ name: "TimeoutError" });
  });

  test("and told 20429 waits its back-off in the queue and is then sent, once", async () => {
    const product = aProduct();
    const wake = vi.spyOn(env.OUTBOUND, "send");
    const { id } = await aPractice(product);
    product.provider.answer = async () => json(429, { code: 20429, message: "x", status: 429 });
    const { id: message_id } = await sent(product, id);
    const waits = await stored(message_id);
    const pause_ms = (waits.due_at ?? 0) - product.clock.now();
    expect(waits).toMatchObject({ status: "queued", attempts: 1, refusal_reason: null });
    expect(pause_ms).toBeGreaterThanOrEqual(1_000);
    expect(pause_ms).toBeLessThanOrEqual(2_000);
    expect(wake).toHaveBeenLastCalledWith(
      { message_ids: [message_id] },
      { delaySeconds: Math.ceil(pause_ms / 1000) },
    );

    product.provider.answer = (request) => product.simulator.fetch(request);
    await product.clock.advance(pause_ms - 1);
    await product.bring([{ message_ids: [message_id] }]);
    await product.cron();
    expect(product.calls).toHaveLength(1);

    await product.clock.advance(1);
    await Promise.all([
      product.bring([{ message_ids: [message_id] }, { message_ids: [message_id] }]),
      product.cron(),
    ]);
    expect(product.simulator.books()).toHaveLength(1);
    expect(await stored(message_id)).toMatchObject({ status: "sent", attempts: 2 });
  });

  test("and told 20429 again and again waits longer each time, as long as Twilio asks, at most a minute", async () => {
    const product = aProduct();
    const { id } = await aPractice(product);
    let asked: Record<string, string> = {};
    product.provider.answer = async () =>
      json(429, { code: 20429, message: "x", status: 429 }, asked);
    const { id: message_id } = await sent(product, id);
    const pauses: number[] = [];
    for (let time = 0; time < 12; time += 1) {
      const pause_ms = ((await stored(message_id)).due_at ?? 0) - product.clock.now();
      pauses.push(pause_ms);
      await product.clock.advance(pause_ms);
      await product.cron();
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(30_000);
    expect(pauses.at(-1)).toBeLessThanOrEqual(60_000);
    asked = { "Retry-After": "300" };
    await product.clock.advance(60_000);
    await product.cron();
    expect(((await stored(message_id)).due_at ?? 0) - product.clock.now()).toBe(300_000);
  });

  test("and told 20429 is woken by the real queue", async () => {
    const product = aProduct({}, Date.now());
    const { id } = await aPractice(product);
    product.provider.answer = async () => json(429, { code: 20429, message: "x", status: 429 });
    const asked = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      const request = new Request(input, init);
      expect(request.url).toContain("/Messages.json");
      return product.simulator.fetch(request);
    });
    const { id: message_id } = await sent(product, id);
    await vi.waitFor(async () => expect((await stored(message_id)).status).toBe("sent"), 9_000);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(product.simulator.books()).toHaveLength(1);
  });
});

describe("whoever delivers", () => {
  test("twice at the same time, with repeated ids, while the sweep runs, calls once for each", async () => {
    const product = aProduct();
    const ids = await waiting(product, 60);
    await Promise.all([
      product.bring([{ message_ids: [...ids, ...ids.slice(0, 40)] }]),
      product.bring([{ message_ids: ids.toReversed() }]),
      product.bring(ids.map((id) => ({ message_ids: [id, id] }))),
      product.cron(),
      product.cron(),
    ]);
    await product.cron();
    expect(bodies(product).toSorted()).toEqual(ids.toSorted());
    expect(await statuses()).toEqual({ delivered: 1, sent: 60 });
  });

  test("finds what a lost wake-up left, and repeats nothing afterwards", async () => {
    const product = aProduct();
    const ids = await waiting(product, 30);
    await product.cron();
    await product.cron();
    await product.bring([{ message_ids: ids }]);
    expect(product.calls).toHaveLength(30);
  });

  test("has at most six calls open at once", async () => {
    const product = aProduct();
    const ids = await waiting(product, 25);
    let open = 0;
    let most = 0;
    const { promise: allowed, resolve: allow } = Promise.withResolvers<void>();
    product.provider.answer = async (request) => {
      most = Math.max(most, (open += 1));
      await allowed;
      open -= 1;
      return product.simulator.fetch(request);
    };
    const brought = product.bring([{ message_ids: ids }]);
    await vi.waitFor(() => expect(open).toBe(6));
    allow();
    await brought;
    expect(product.calls).toHaveLength(25);
    expect(most).toBe(6);
  });

  test("puts back what he could not call within five seconds of the claim, and does not call it", async () => {
    const product = aProduct();
    const wake = vi.spyOn(env.OUTBOUND, "send");
    const ids = await waiting(product, 10);
    let slow = true;
    product.provider.answer = async (request) => {
      const answer = await product.simulator.fetch(request);
      if (slow) product.clock.spend(5_001);
      slow = false;
      return answer;
    };
    await product.bring([{ message_ids: ids }]);
    const called = new Set(bodies(product));
    const back = ids.filter((id) => !called.has(id));
    expect(back.length).toBeGreaterThan(0);
    for (const id of back)
      expect(await stored(id)).toMatchObject({ status: "queued", due_at: product.clock.now() });
    expect(wake).toHaveBeenLastCalledWith({ message_ids: back }, { delaySeconds: 0 });
    await product.cron();
    expect(bodies(product).toSorted()).toEqual(ids.toSorted());
  });

  test("calls what he claimed even when the queue and D1 fail at everything else", async () => {
    const product = aProduct();
    const ids = await waiting(product, 30);
    vi.spyOn(env.OUTBOUND, "send").mockRejectedValue(new Error("Queue sendBatch failed"));
    product.database.before = async ({ statements }) => {
      const isNews = statements.every(({ sql }) => /^\s*SELECT/.test(sql));
      if (isNews) throw new Error("D1_ERROR: Network connection lost.");
    };
    const [first] = ids;
    product.provider.answer = async (request, form) => {
      return form.get("Body") === first
        ? json(429, { code: 20429, message: "x", status: 429 })
        : product.simulator.fetch(request);
    };
    await product.bring([{ message_ids: ids }]);
    expect(product.calls).toHaveLength(30);
    product.database.before = async () => {};
    expect(await statuses()).toEqual({ delivered: 1, queued: 1, sent: 29 });
  });

  test("and dies after the claim leaves at most 25 in doubt, which are unknown after a minute and never called again", async () => {
    const product = aProduct();
    const ids = await waiting(product, 40);
    product.provider.answer = aNever;
    void product.bring([{ message_ids: ids }]);
    await vi.waitFor(() => expect(product.calls).toHaveLength(6));
    const inDoubt = bodies(product);
    product.provider.answer = (request) => product.simulator.fetch(request);

    await product.clock.advance(59_999);
    await product.cron();
    expect(await statuses()).toEqual({ delivered: 1, sending: 25, sent: 15 });
    await product.clock.advance(1);
    await product.cron();
    expect(await statuses()).toEqual({ delivered: 1, sent: 15, unknown: 25 });
    await product.clock.advance(86_400_000);
    await product.bring([{ message_ids: ids }]);
    await product.cron();
    expect(bodies(product).filter((body) => inDoubt.includes(body))).toHaveLength(6);
    expect(product.calls).toHaveLength(21);
  });

  test("and cannot note how it went leaves it in doubt, and a callback settles it", async () => {
    const product = aProduct();
    const { id } = await aPractice(product);
    product.database.before = async () => {
      if (product.calls.length > 0) throw new Error("D1_ERROR: Network connection lost.");
    };
    const { id: message_id } = await sent(product, id);
    expect((await stored(message_id)).status).toBe("sending");
    product.database.before = async () => {};
    await product.clock.advance(60_000);
    await product.cron();
    const [book, ...others] = product.simulator.books();
    expect(others).toEqual([]);
    expect(await stored(message_id)).toMatchObject({
      status: "delivered",
      provider_id: book?.sid,
      due_at: null,
    });
  });

  test("decides job by job: one that is poisoned is tried again, the others are done", async () => {
    const product = aProduct();
    const [one, two] = await waiting(product, 2);
    const batch = await product.bring([
      { message_ids: [one] },
      { message_ids: "poison" },
      { message_ids: [two], body: "with a text in it" },
      null,
      { message_ids: [two] },
    ]);
    expect(bodies(product)).toEqual([one, two]);
    expect(product.logs.filter(({ event }) => event === "job_failed")).toHaveLength(3);
    expect(batch.messages).toHaveLength(5);
    await product.bring([{ message_ids: [one] }], "no-such-queue");
    expect(product.logs.filter(({ event }) => event === "job_failed")).toHaveLength(4);
  });

  test("does nothing at a cron expression nobody declared, and goes on when one job fails", async () => {
    const product = aProduct();
    await waiting(product, 1);
    await product.cron("0 0 1 1 *");
    expect(product.calls).toEqual([]);
    let failed = false;
    product.database.before = async () => {
      if (failed) return;
      failed = true;
      throw new Error("D1_ERROR: Network connection lost.");
    };
    const trips = product.database.trips.length;
    await product.cron();
    expect(product.logs.at(-1)).toMatchObject({ event: "cron_failed", cron: "* * * * *" });
    expect(product.database.trips.length).toBeGreaterThan(trips);
  });
});

describe("what may not leave", () => {
  const queuedBy20429 = async (product: Product, practice_id: number) => {
    product.provider.answer = async () => json(429, { code: 20429, message: "x", status: 429 });
    const { id } = await sent(product, practice_id);
    product.provider.answer = (request) => product.simulator.fetch(request);
    await product.clock.advance(60_000);
    product.calls.length = 0;
    return id;
  };

  test("after a STOP that came while it waited is skipped, not sent (I9)", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const id = await queuedBy20429(product, one.id);
    await product.text(one.mobile, "STOP");
    await product.bring([{ message_ids: [id] }]);
    await product.cron();
    expect(product.calls).toEqual([]);
    expect(await viewed(product, id)).toMatchObject({
      status: "skipped",
      failure: { reason: "opted_out", provider_code: null },
      due_at: null,
    });
    await product.text(one.mobile, "START");
    await product.clock.advance(86_400_000);
    await product.cron();
    expect(product.calls).toEqual([]);
  });

  test("to a demo practice is skipped while the provider reaches people", async () => {
    for (const [url, leaves] of [
      ["https://api.twilio.com", false],
      ["http://localhost.evil.example", false],
      ["http://127.0.0.1.nip.io", false],
      ["http://localhost:8789", true],
      ["http://127.0.0.1:8789", true],
    ] as const) {
      // The generated type knows only the value in wrangler.toml.
      const product = aProduct({ TWILIO_API_URL: url as Env["TWILIO_API_URL"] });
      const { id } = await aPractice(product);
      await run("UPDATE practices SET is_demo = 1 WHERE id = ?", id);
      const { id: message_id } = await sent(product, id);
      expect(product.calls.length, url).toBe(leaves ? 1 : 0);
      const { status, refusal_reason } = await stored(message_id);
      expect([status, refusal_reason]).toEqual(
        leaves ? ["sent", null] : ["skipped", "demo_practice"],
      );
    }
  });

  test.each(["at once", "later"])(
    "because Twilio says %s that they opted out there puts them on the list",
    async (when) => {
      const product = aProduct();
      const one = await aPractice(product);
      product.simulator.textIn(one.mobile, "STOP");
      const [first] = product.simulator.messages();
      expect(first?.body).toBe("STOP");
      const product2 = aProduct();
      product2.provider.answer = async (request) => {
        if (when === "at once")
          return json(400, { code: 21610, message: "Attempt to send", status: 400 });
        return product2.simulator.fetch(request);
      };
      const { id } = await sent(product2, one.id);
      if (when === "later") {
        const sid = (await stored(id)).provider_id ?? "";
        await product2.report(id, { sid, status: "failed", code: 21610 });
      }
      expect(await viewed(product2, id)).toMatchObject({
        status: "failed",
        failure: { reason: "opted_out", provider_code: "21610" },
      });
      expect(await rows("SELECT source FROM suppressions WHERE lifted_at IS NULL")).toEqual([
        { source: "carrier" },
      ]);
      expect(await refusal(await sms(product2, one.id))).toEqual([422, "opted_out"]);
      await product2.text(one.mobile, "Toch nog een vraag");
      expect(await refusal(await sms(product2, one.id))).toEqual([422, "opted_out"]);
    },
  );

  test("by an old report that comes again after START does not put them back on the list", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const { id } = await sent(product, one.id);
    const report = { sid: (await stored(id)).provider_id ?? "", status: "failed", code: 21610 };
    await product.report(id, report);
    await product.clock.advance(1_000);
    await product.text(one.mobile, "STOP");
    await product.text(one.mobile, "START");
    await product.clock.advance(1_000);
    await product.report(id, report);
    expect(await count("suppressions WHERE lifted_at IS NULL")).toBe(0);
  });

  test("to a practice that is erased in the same moment is not stored", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const other = aProduct();
    let raced = false;
    product.database.before = async ({ statements }) => {
      if (raced || !statements.some(({ sql }) => sql.includes("INSERT INTO messages"))) return;
      raced = true;
      const erased = await other.call(`/api/practices/${one.id}`, {
        as: "admin",
        method: "DELETE",
      });
      expect(erased.status).toBe(200);
    };
    expect((await sms(product, one.id)).status).toBe(409);
    expect(await count("messages")).toBe(0);
    expect(await count("conversations")).toBe(0);
    expect(product.calls).toEqual([]);
  });

  test("is refused before it is stored: no number, not theirs, landline, unknown practice, too long, empty", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const silent = await aPractice(product, { contact_points: [] });
    const send = (fields: Record<string, unknown>) =>
      product.call("/api/sms/send", { body: { practice_id: one.id, content: "Dag", ...fields } });
    const cases: [Record<string, unknown>, number, string][] = [
      [{ practice_id: silent.id }, 422, "no_contact_point"],
      [{ to: aMobile() }, 422, "no_contact_point"],
      [{ to: "09 222 22 22" }, 422, "not_a_mobile"],
      [{ to: "abc" }, 422, "not_a_number"],
      [{ practice_id: 999_999 }, 404, "practice_not_found"],
      [{ practice_id: 0 }, 422, "invalid"],
      [{ practice_id: "1" }, 422, "invalid"],
      [{ content: "" }, 422, "invalid"],
      [{ content: " \n\t " }, 422, "invalid"],
      [{ content: "a".repeat(1_601) }, 422, "invalid"],
      [{ content: { $gt: "" } }, 422, "invalid"],
      [{ sender_address: "+32460000009" }, 422, "invalid"],
      [{ id: "msg_x" }, 422, "invalid"],
    ];
    for (const [fields, status, code] of cases)
      expect(await refusal(await send(fields)), JSON.stringify(fields)).toEqual([status, code]);
    expect(await count("messages")).toBe(0);
    expect(await count("conversations")).toBe(0);
    expect(product.calls).toEqual([]);
    expect((await send({ content: "a".repeat(1_600) })).status).toBe(202);
    expect((await send({ to: `0${one.mobile.slice(3)}` })).status).toBe(202);
  });
});

describe("a status", () => {
  const order: readonly MessageStatus[] = [
    "queued",
    "sending",
    "unknown",
    "sent",
    "delivered",
    "read",
  ];
  const rank = (status: MessageStatus) => (order.includes(status) ? order.indexOf(status) : 99);
  const anyStatus = fc.constantFrom(...messageStatuses);
  const reported = fc.constantFrom<MessageStatus>(
    "sent",
    "delivered",
    "read",
    "failed",
    "cancelled",
  );

  test("never goes back, and saying it twice says it once (I7)", () => {
    fc.assert(
      fc.property(anyStatus, fc.array(reported, { maxLength: 30 }), (start, reports) => {
        let status = start;
        for (const report of reports) {
          const next = advance(status, report);
          expect(rank(next)).toBeGreaterThanOrEqual(rank(status));
          expect(advance(next, report)).toBe(next);
          status = next;
        }
      }),
    );
  });

  test("that is final stays, whatever is said later", () => {
    const final = fc.constantFrom<MessageStatus>(
      "read",
      "failed",
      "cancelled",
      "skipped",
      "received",
    );
    fc.assert(fc.property(final, reported, (status, report) => advance(status, report) === status));
    expect(advance("delivered", "failed")).toBe("delivered");
    expect(advance("unknown", "delivered")).toBe("delivered");
    expect(advance("sent", "sending")).toBe("sent");
  });

  test("ends the same in whatever order and however often the reports of one journey come", () => {
    const journeys = fc.constantFrom<MessageStatus[]>(
      ["sent", "delivered"],
      ["sent", "delivered", "read"],
      ["sent", "failed"],
      ["sent", "cancelled"],
    );
    const start = fc.constantFrom<MessageStatus>("queued", "sending", "unknown");
    fc.assert(
      fc.property(journeys, start, fc.infiniteStream(fc.nat()), (journey, from, chance) => {
        const reports = [...journey, ...journey, ...journey]
          .map((report) => ({ report, at: chance.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ report }) => report);
        expect(reports.reduce(advance, from)).toBe(journey.at(-1));
      }),
    );
  });

  const finals = [
    ["delivered", "delivered", null],
    ["read", "read", null],
    ["undelivered", "failed", 30003],
    ["failed", "failed", 30007],
    ["canceled", "cancelled", null],
  ] as const;
  test.each(finals)(
    "%s is stored as %s whatever order the callbacks come in",
    async (last, status, code) => {
      const product = aProduct();
      const one = await aPractice(product);
      for (const words of [
        ["queued", "sending", "sent", last],
        [last, "sent", "sending", "queued"],
        ["sent", last, last, "sent", "queued", last],
      ]) {
        const { id } = await sent(product, one.id);
        const sid = (await stored(id)).provider_id ?? "";
        for (const word of words) {
          await product.clock.advance(0);
          await product.report(id, {
            sid,
            status: word,
            ...(word === last && code ? { code } : {}),
          });
        }
        expect(await stored(id)).toMatchObject({
          status,
          provider_id: sid,
          due_at: null,
          provider_code: code === null ? null : String(code),
        });
      }
    },
  );

  test.each([
    [30003, "unreachable"],
    [30004, "blocked"],
    [30005, "number_gone"],
    [30006, "landline"],
    [30007, "filtered"],
    [30008, "carrier"],
    [30036, "expired"],
    [30001, "queue_full"],
    [30002, "account_stopped"],
    [30500, "provider_error"],
    [12345, "provider_error"],
  ])("undelivered with %i tells the reader: %s", async (code, reason) => {
    const product = aProduct();
    const one = await aPractice(product);
    const { id } = await sent(product, one.id);
    const sid = (await stored(id)).provider_id ?? "";
    await product.report(id, { sid, status: "undelivered", code });
    expect(await viewed(product, id)).toMatchObject({
      status: "failed",
      failure: { reason, provider_code: String(code) },
    });
  });

  test("that comes before we noted the answer is kept, and the answer adds only what it did not know", async () => {
    for (const [word, status] of [
      ["sent", "sent"],
      ["delivered", "delivered"],
      ["undelivered", "failed"],
    ] as const) {
      const product = aProduct();
      const one = await aPractice(product);
      product.provider.answer = async (request, form) => {
        const answer = await product.simulator.fetch(request);
        const { sid } = await answer.clone().json<{ sid: string }>();
        const id = new URL(form.get("StatusCallback") ?? "").searchParams.get("message") ?? "";
        expect((await stored(id)).status).toBe("sending");
        await product.report(id, { sid, status: word });
        return answer;
      };
      const { id } = await sent(product, one.id);
      const sid = product.simulator.books()[0]?.sid;
      expect(await stored(id)).toMatchObject({
        status,
        provider_id: sid,
        segments: 1,
        due_at: null,
      });
    }
  });

  test("settles a message whose answer was lost", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    product.simulator.setProviderFaults([{ fault: "connection_lost" }]);
    const { id } = await sent(product, one.id);
    expect((await stored(id)).status).toBe("unknown");
    product.simulator.setProviderFaults([]);
    await product.clock.advance(10_000);
    expect(await stored(id)).toMatchObject({
      status: "delivered",
      provider_id: product.simulator.books()[0]?.sid,
    });
    expect(product.calls).toHaveLength(1);
  });

  test("about another sid, an unknown message or an inbound one changes nothing (W09)", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const { id } = await sent(product, one.id);
    await product.text(one.mobile, "Dag");
    const [inbound] = await rows<Row>("SELECT * FROM messages WHERE direction = 'inbound'");
    if (!inbound) throw new Error("nothing came in");
    const before = await rows("SELECT * FROM messages ORDER BY seq");
    const reports = [
      [id, { sid: aSid(), status: "delivered" }],
      [id, { sid: aSid(), status: "failed", code: 21610 }],
      [product.system.newId("msg"), { sid: aSid(), status: "delivered" }],
      [inbound.id, { sid: inbound.provider_id ?? "", status: "delivered" }],
      [inbound.id, { sid: inbound.provider_id ?? "", status: "failed", code: 21610 }],
    ] as const;
    for (const [about, report] of reports)
      expect((await product.report(about, report)).status).toBe(204);
    expect(await rows("SELECT * FROM messages ORDER BY seq")).toEqual(before);
    expect(await count("suppressions")).toBe(0);
  });

  test("arrives as often, as late and in whatever order Twilio likes (simulator)", async () => {
    for (const fault of ["callbacks_twice", "callbacks_reordered", "callbacks_held"] as const) {
      const product = aProduct();
      const one = await aPractice(product);
      product.simulator.setProviderFaults([{ fault }]);
      const { id } = await sent(product, one.id);
      await product.clock.advance(20_000);
      product.simulator.release();
      await product.clock.advance(20_000);
      expect((await stored(id)).status, fault).toBe("delivered");
    }
  });
});

describe("sending again", () => {
  const failed = async (product: Product, practice_id: number) => {
    product.provider.answer = async () => json(400, { code: 30008, message: "x", status: 400 });
    const { id } = await sent(product, practice_id, "Nog een keer");
    product.provider.answer = (request) => product.simulator.fetch(request);
    return id;
  };
  const again = (product: Product, id: string, body: Record<string, unknown> = {}) =>
    product.call(`/api/messages/${id}/retry`, { body });

  test("makes a new message; the old one stays as it was and names its successor", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const old = await failed(product, one.id);
    const next = await read(await again(product, old), message, 202);
    expect(next).toMatchObject({ retry_of: old, content: "Nog een keer", address: one.mobile });
    expect(next.id).not.toBe(old);
    expect(await viewed(product, old)).toMatchObject({ status: "failed", retried_by: next.id });
    expect(await viewed(product, next.id)).toMatchObject({ status: "sent", retried_by: null });
  });

  test("ten times at once sends once, and everybody is told of the same message", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const old = await failed(product, one.id);
    const answers = await Promise.all(Array.from({ length: 10 }, () => again(product, old)));
    const ids = await Promise.all(answers.map(async (a) => (await read(a, message, 202)).id));
    expect(new Set(ids).size).toBe(1);
    expect(product.simulator.books()).toHaveLength(1);
    expect(await count("messages WHERE retry_of = ?", old)).toBe(1);
    expect((await read(await again(product, old), message, 202)).id).toBe(ids[0]);
  });

  test("what may have arrived takes a yes to that", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    product.simulator.setProviderFaults([{ fault: "error_after_creating" }]);
    const { id } = await sent(product, one.id);
    product.simulator.setProviderFaults([]);
    for (const body of [{}, { accept_possible_duplicate: false }])
      expect(await refusal(await again(product, id, body))).toEqual([
        409,
        "confirm_possible_duplicate",
      ]);
    expect(product.calls).toHaveLength(1);
    expect((await again(product, id, { accept_possible_duplicate: true })).status).toBe(202);
    expect(product.calls).toHaveLength(2);
  });

  test("what arrived, is under way or came in is refused", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const { id } = await sent(product, one.id);
    for (const status of ["queued", "sending", "sent", "delivered", "read"]) {
      await run("UPDATE messages SET status = ? WHERE id = ?", status, id);
      expect(await refusal(await again(product, id)), status).toEqual([409, "not_retryable"]);
    }
    await product.text(one.mobile, "Dag");
    const [inbound] = await rows<Row>("SELECT * FROM messages WHERE direction = 'inbound'");
    expect(await refusal(await again(product, inbound?.id ?? ""))).toEqual([409, "not_retryable"]);
    const nobody = product.system.newId("msg");
    expect(await refusal(await again(product, nobody))).toEqual([404, "message_not_found"]);
    expect(await refusal(await again(product, "msg_1"))).toEqual([422, "invalid"]);
  });

  test("to who opted out meanwhile is refused", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const old = await failed(product, one.id);
    await product.text(one.mobile, "Stop");
    expect(await refusal(await again(product, old))).toEqual([422, "opted_out"]);
  });

  test("a late report about the old one changes only the old one", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    product.simulator.setProviderFaults([{ fault: "connection_lost" }]);
    const { id: old } = await sent(product, one.id);
    product.simulator.setProviderFaults([{ fault: "callbacks_dropped" }]);
    const next = await read(
      await again(product, old, { accept_possible_duplicate: true }),
      message,
      202,
    );
    product.simulator.setProviderFaults([]);
    await product.report(old, {
      sid: product.simulator.books()[0]?.sid ?? "",
      status: "delivered",
    });
    expect((await stored(old)).status).toBe("delivered");
    expect((await stored(next.id)).status).toBe("sent");
  });
});

describe("the same request again", () => {
  const keyed = (
    product: Product,
    key: string,
    body: Record<string, unknown>,
    as: Who = "key:agent",
  ) => product.call("/api/sms/send", { as, body, headers: { "Idempotency-Key": key } });

  test("with its key gets the same answer, byte for byte, whatever became of the message", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const body = { practice_id: one.id, content: "Dag" };
    const first = await keyed(product, "order-1", body);
    const text = await first.text();
    const { id } = message.parse(JSON.parse(text));
    const sid = (await stored(id)).provider_id ?? "";
    for (const status of ["sent", "delivered", "undelivered"]) {
      await product.clock.advance(1_000);
      await product.report(id, { sid, status });
      const again = await keyed(product, "order-1", body);
      expect([again.status, await again.text()]).toEqual([first.status, text]);
    }
    expect(product.calls).toHaveLength(1);
    expect(await count("messages")).toBe(1);
    expect(await count("audit_log WHERE action = 'message.send'")).toBe(1);
  });

  test("with its key and another body is refused; somebody else's key is another key", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const body = { practice_id: one.id, content: "Dag" };
    expect((await keyed(product, "k", body)).status).toBe(202);
    for (const other of [{ content: "Dag!" }, { to: one.mobile }])
      expect(await refusal(await keyed(product, "k", { ...body, ...other }))).toEqual([
        422,
        "idempotency_key_reused",
      ]);
    expect((await keyed(product, "k", body, "agent")).status).toBe(202);
    expect((await keyed(product, "k2", body)).status).toBe(202);
    expect(product.calls).toHaveLength(3);
    expect(await refusal(await keyed(product, "a".repeat(256), body))).toEqual([422, "invalid"]);
  });

  test("that was refused may be made again when the reason is gone", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "STOP");
    const body = { practice_id: one.id, content: "Dag" };
    expect(await refusal(await keyed(product, "k", body))).toEqual([422, "opted_out"]);
    await product.text(one.mobile, "START");
    expect((await keyed(product, "k", body)).status).toBe(202);
  });

  test("twenty times at once is sent once, and all get the same answer (D09)", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const body = { practice_id: one.id, content: "Dag" };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => keyed(product, "storm", body)),
    );
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(texts).size).toBe(1);
    expect(product.calls).toHaveLength(1);
    expect(await count("messages")).toBe(1);
  });

  test("is forgotten a day later, by the cron of the night", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const body = { practice_id: one.id, content: "Dag" };
    await keyed(product, "k", body);
    await product.clock.advance(86_400_000);
    await product.cron("17 3 * * *");
    await keyed(product, "k", body);
    expect(product.calls).toHaveLength(1);
    await product.clock.advance(1);
    await product.cron("17 3 * * *");
    await keyed(product, "k", body);
    expect(product.calls).toHaveLength(2);
  });

  test("as a reply is known by the message's id: once sent, same answer, other words refused", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "Dag");
    const conversation_id = await conversationOf(product, one.id);
    const body = {
      id: product.system.newId("msg"),
      conversation_id,
      channel: "sms",
      content: "Dag!",
    };
    const reply = (more: Record<string, unknown> = {}) =>
      product.call("/api/inbox/reply", { body: { ...body, ...more } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => reply()));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(texts).size).toBe(1);
    expect(product.calls).toHaveLength(1);
    await product.clock.advance(20_000);
    expect(await (await reply()).text()).toBe(texts[0]);
    const other = await aPractice(product, {
      contact_points: [{ channel: "sms", address: aMobile() }],
    });
    await sent(product, other.id);
    const [point] = other.contact_points;
    for (const more of [
      { content: "Dag?" },
      { channel: "whatsapp" },
      { conversation_id: await conversationOf(product, other.id) },
      { contact_point_id: point?.id },
    ])
      expect(await refusal(await reply(more)), JSON.stringify(more)).toEqual([
        422,
        "idempotency_key_reused",
      ]);
    const [inbound] = await rows<Row>("SELECT id FROM messages WHERE direction = 'inbound'");
    expect(await refusal(await reply({ id: inbound?.id, content: "Dag" }))).toEqual([
      422,
      "idempotency_key_reused",
    ]);
  });
});

describe("a reply", () => {
  const reply = (product: Product, body: Record<string, unknown>) =>
    product.call("/api/inbox/reply", { body: { channel: "sms", content: "Dag!", ...body } });

  test("goes to where the last text came from, unless another address is asked for", async () => {
    const product = aProduct();
    const [desk, doctor] = [aMobile(), aMobile()];
    const one = await aPractice(product, {
      contact_points: [
        { channel: "sms", address: desk, person: "Balie" },
        { channel: "sms", address: doctor, person: "Dr. Maes" },
      ],
    });
    await sent(product, one.id);
    const conversation_id = await conversationOf(product, one.id);
    await reply(product, { conversation_id });
    await product.text(doctor, "Hier de dokter");
    await reply(product, { conversation_id });
    await reply(product, { conversation_id });
    await product.text(desk, "Hier de balie");
    await reply(product, { conversation_id });
    const other = one.contact_points.find(({ address }) => address === doctor);
    await reply(product, { conversation_id, contact_point_id: other?.id });
    expect(product.calls.map(({ form }) => form.get("To"))).toEqual([
      desk,
      desk,
      doctor,
      doctor,
      desk,
      doctor,
    ]);
  });

  test("to an unknown sender goes back to his number", async () => {
    const product = aProduct();
    const from = aMobile();
    await product.text(from, "Dag");
    const [row] = await rows<{ id: string }>("SELECT id FROM conversations");
    expect((await reply(product, { conversation_id: row?.id })).status).toBe(202);
    expect(product.calls[0]?.form.get("To")).toBe(from);
  });

  test("never goes to an address of somebody else", async () => {
    const product = aProduct();
    const [one, other] = [await aPractice(product), await aPractice(product)];
    await product.text(one.mobile, "Dag");
    const conversation_id = await conversationOf(product, one.id);
    const answer = await reply(product, {
      conversation_id,
      contact_point_id: other.contact_points[0]?.id,
    });
    expect(await refusal(answer)).toEqual([422, "no_contact_point"]);
  });

  test("to who wrote meanwhile is stopped: what one saw must still be the last", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "Is dinsdag goed?");
    const conversation_id = await conversationOf(product, one.id);
    const [seen] = await rows<{ id: string }>("SELECT id FROM messages");
    await product.text(one.mobile, "Of toch woensdag");
    const stale = await reply(product, { conversation_id, expected_last_message_id: seen?.id });
    expect(await refusal(stale)).toEqual([409, "stale_conversation"]);
    expect(await count("messages WHERE direction = 'outbound'")).toBe(0);
    expect(await count("audit_log WHERE action = 'message.send'")).toBe(0);
  });

  test("of two colleagues at once who saw the same is sent once", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "Is dinsdag goed?");
    const conversation_id = await conversationOf(product, one.id);
    const [seen] = await rows<{ id: string }>("SELECT id FROM messages");
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, colleague) =>
        reply(product, {
          conversation_id,
          content: `Ja (${colleague})`,
          expected_last_message_id: seen?.id,
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, ...Array(7).fill(409)]);
    expect(product.calls).toHaveLength(1);
  });

  test("to a conversation that is gone, over a channel that is not there, is refused", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "Dag");
    const conversation_id = await conversationOf(product, one.id);
    const nowhere = product.system.newId("conv");
    expect(await refusal(await reply(product, { conversation_id: nowhere }))).toEqual([
      404,
      "conversation_not_found",
    ]);
    const byMail = await reply(product, { conversation_id, channel: "email" });
    expect(await refusal(byMail)).toEqual([422, "no_contact_point"]);
    await product.call(`/api/practices/${one.id}/contact-points`, {
      body: { channel: "email", address: "balie@delinde.example" },
    });
    const byClosedMail = await reply(product, { conversation_id, channel: "email" });
    expect(await refusal(byClosedMail)).toEqual([422, "channel_not_available"]);
  });
});

describe("a practice's history", () => {
  test("comes page by page without gap or repeat, also while texts come in", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const expected: string[] = [];
    for (let turn = 0; turn < 23; turn += 1) {
      // Several in the same millisecond: the order then is that of storing.
      if (turn % 4 === 0) await product.clock.advance(1);
      await product.text(one.mobile, `text ${turn}`);
      expected.unshift(`text ${turn}`);
    }
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const query = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const answer = await product.call(`/api/sms/history/${one.id}?limit=5${query}`);
      const page: { items: Message[]; next_cursor: string | null } = await read(
        answer,
        pageOf(message),
      );
      expect(page.items.length).toBeLessThanOrEqual(5);
      seen.push(...page.items.map(({ content }) => content));
      cursor = page.next_cursor;
      await product.text(one.mobile, "meanwhile");
    }
    expect(seen).toEqual(expected);
  });

  test("is empty before the first text, 404 for nobody, and starts over at a cursor that is none", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const history = (path: string) => product.call(`/api/sms/history/${path}`);
    expect(await read(await history(`${one.id}`), pageOf(message))).toEqual({
      items: [],
      next_cursor: null,
    });
    expect(await refusal(await history("999999"))).toEqual([404, "practice_not_found"]);
    expect(await refusal(await history("x"))).toEqual([422, "invalid"]);
    expect(await refusal(await history(`${one.id}?limit=101`))).toEqual([422, "invalid"]);
    expect(await refusal(await history(`${one.id}?page=2`))).toEqual([422, "invalid"]);
    await product.text(one.mobile, "Dag");
    for (const cursor of ["x", btoa("[1]"), btoa('["a","b"]'), btoa('{"0":1}'), "'; DROP TABLE"]) {
      const answer = await history(`${one.id}?cursor=${encodeURIComponent(cursor)}`);
      expect(answer.status, cursor).toBe(200);
    }
  });
});

describe("what a text cost", () => {
  test("is collected once Twilio knows it, in micros, with its segments", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const { id } = await sent(product, one.id, "é".repeat(200));
    const long = await sent(product, one.id, "😀".repeat(70));
    await product.cron("*/5 * * * *");
    expect((await viewed(product, id)).price).toBeNull();
    await product.clock.advance(300_000);
    await product.cron("*/5 * * * *");
    expect(await viewed(product, id)).toMatchObject({
      segments: 2,
      price: { micros: 222_600, currency: "USD" },
    });
    const { segments, price } = await viewed(product, long.id);
    expect(price?.micros).toBe(111_300 * (segments ?? 0));
    expect(await rows("SELECT DISTINCT typeof(price_micros) t FROM messages")).toEqual([
      { t: "integer" },
    ]);
  });

  test("is read page by page until nothing is new, and set once", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const ids = [];
    for (const text of ["a", "b", "c"]) ids.push((await sent(product, one.id, text)).id);
    const sids = await Promise.all(ids.map(async (id) => (await stored(id)).provider_id));
    const asked: string[] = [];
    const priced = (sid: string | null | undefined, price = "-0.00750") => ({
      sid,
      direction: "outbound-api",
      body: "a text",
      status: "delivered",
      error_code: null,
      date_created: null,
      price,
      price_unit: "usd",
      num_segments: "1",
    });
    const pages: Record<string, unknown> = {
      "0": { messages: [priced(sids[2])], next_page_uri: "/2010-04-01/next?Page=1" },
      "1": {
        messages: [{ ...priced(sids[1]), price: null }, priced(aSid())],
        next_page_uri: "/2010-04-01/next?Page=2",
      },
      "2": { messages: [priced(sids[0])], next_page_uri: "/2010-04-01/next?Page=3" },
      "3": { messages: [priced(sids[0], "-9")], next_page_uri: "/2010-04-01/next?Page=4" },
    };
    product.provider.answer = async (request) => {
      const url = new URL(request.url);
      asked.push(url.href);
      return json(200, pages[url.searchParams.get("Page") ?? "0"]);
    };
    await product.cron("*/5 * * * *");
    expect(asked.map((url) => new URL(url).searchParams.get("Page"))).toEqual([
      null,
      "1",
      "2",
      "3",
    ]);
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([env.TWILIO_API_URL]));
    expect(new URL(asked[0] ?? "").searchParams.get("DateSent>")).toBe("2030-01-13");
    expect(
      (await rows<{ p: number | null }>("SELECT price_micros p FROM messages ORDER BY seq")).map(
        ({ p }) => p,
      ),
    ).toEqual([7_500, null, 7_500]);
    expect(await rows("SELECT DISTINCT currency c FROM messages WHERE currency NOT NULL")).toEqual([
      { c: "USD" },
    ]);
  });

  test("that cannot be read is logged and read the next time", async () => {
    const product = aProduct();
    product.provider.answer = async () => json(500, { code: 20500, message: "x", status: 500 });
    await product.cron("*/5 * * * *");
    expect(product.logs.at(-1)).toMatchObject({ event: "cron_failed", job: "collectPrices" });
  });
});

describe("a conversation", () => {
  test("is opened by the first text to a practice, once, also when many go out at once", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await Promise.all(["1", "2", "3", "4", "5"].map((text) => sent(product, one.id, text)));
    const listed = await read(
      await product.call("/api/inbox/conversations"),
      pageOf(conversationSummary),
    );
    expect(listed.items).toHaveLength(1);
    expect(listed.items[0]).toMatchObject({ practice_id: one.id, unread_count: 0, version: 5 });
    expect(product.calls).toHaveLength(5);
  });
});
