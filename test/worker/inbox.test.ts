import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Conversation, conversation, conversationSummary } from "#contracts/inbox.ts";
import {
  closeCodes,
  conversationFrame,
  type ConversationFrame,
  inboxFrame,
  type InboxFrame,
} from "#contracts/live.ts";
import { message } from "#contracts/messages.ts";
import { pageOf } from "#contracts/pages.ts";
import { practice } from "#contracts/practices.ts";
import { problem } from "#contracts/problem.ts";
import { aPractice } from "../builders/a-practice.ts";
import { aProduct, type Call, type Product } from "../builders/a-product.ts";
import { aMobile } from "../builders/a-webhook.ts";
import { anEmptyHouse } from "../builders/an-empty-house.ts";
import { read, refusal } from "../builders/read.ts";
import { count, rows, run } from "../builders/rows.ts";

beforeEach(anEmptyHouse);

const list = async (product: Product, query = "") =>
  read(await product.call(`/api/inbox/conversations${query}`), pageOf(conversationSummary));

const thread = async (product: Product, id: string): Promise<Conversation> =>
  read(await product.call(`/api/inbox/conversation/${id}`), conversation);

const threadOfPractice = async (product: Product, id: number): Promise<Conversation> => {
  const one = await read(await product.call(`/api/practices/${id}`), practice);
  if (one.conversation_id === null) throw new Error("no conversation yet");
  return thread(product, one.conversation_id);
};

const threadOfSender = async (product: Product, address: string): Promise<Conversation> => {
  const [row] = await rows<{ id: string }>(
    `SELECT c.id FROM conversations c JOIN contact_points p ON p.id = c.contact_point_id
     WHERE p.address = ? AND c.merged_into IS NULL`,
    address,
  );
  if (!row) throw new Error(`no conversation of ${address}`);
  return thread(product, row.id);
};

const markRead = (product: Product, id: string, up_to?: string) =>
  product.call(`/api/inbox/mark-read/${id}`, {
    method: "PUT",
    body: up_to === undefined ? {} : { up_to },
  });

const link = (product: Product, id: string, practice_id: number) =>
  product.call(`/api/inbox/conversation/${id}/link`, { body: { practice_id } });

const teamUnread = async (product: Product) =>
  (await (await product.call("/api/inbox/unread")).json<{ unread_count: number }>()).unread_count;

/** Unread is what came in after the cursor, also of messages that still are to be moved; the team's is the sum. */
const expectTrueCounts = async (product: Product) => {
  const wrong = await rows(
    `SELECT c.id, c.unread_count, (SELECT count(*) FROM messages m
       WHERE (m.conversation_id = c.id OR m.conversation_id IN (
           SELECT source_id FROM conversation_merges WHERE target_id = c.id AND moved_at IS NULL))
         AND m.direction = 'inbound' AND (m.at, m.seq) > (c.read_up_to_at, c.read_up_to_seq)) AS truth
     FROM conversations c WHERE c.merged_into IS NULL AND c.unread_count <> truth`,
  );
  expect(wrong).toEqual([]);
  const [sum] = await rows<{ n: number }>(
    "SELECT coalesce(sum(unread_count), 0) AS n FROM conversations WHERE merged_into IS NULL",
  );
  expect(await teamUnread(product)).toBe(sum?.n);
};

/** Inbound messages stored before the Worker looked, numbered in order; `from` is their sender. */
const anOldThread = async (product: Product, from: string, how_many: number) => {
  await product.text(from, "newest");
  const { id, unknown_sender } = await threadOfSender(product, from);
  const ids = Array.from({ length: how_many }, () => product.system.newId("msg"));
  await run(
    `INSERT INTO messages (id, conversation_id, contact_point_id, channel, direction, status, purpose,
       author_kind, content, address, address_hash, sender_address, at)
     SELECT value, ?, ?, 'sms', 'inbound', 'received', 'service', 'contact', 'old ' || (key + 1), ?, 'h',
       ?, ? FROM json_each(?)`,
    id,
    unknown_sender?.contact_point_id ?? "",
    from,
    env.TWILIO_PHONE_NUMBER,
    product.clock.now() - 1_000,
    JSON.stringify(ids),
  );
  await run(`UPDATE conversations SET unread_count = unread_count + ? WHERE id = ?`, how_many, id);
  return id;
};

describe("a conversation", () => {
  test("is on the wire as the design says", async () => {
    const product = aProduct();
    const mobile = aMobile();
    const one = await aPractice(product, {
      name: "Huisartsenpraktijk ABC",
      contact_points: [
        { channel: "sms", address: mobile },
        { channel: "email", address: "abc@example.be" },
        { channel: "whatsapp", address: mobile },
        { channel: "phone", address: mobile },
      ],
    });
    await product.clock.advance(60_000);
    await product.text(mobile, "Ja, ik ben geïnteresseerd");
    const found = await threadOfPractice(product, one.id);
    const timestamp = new Date(product.clock.now()).toISOString();
    const [only] = found.messages;
    expect(found).toEqual({
      id: expect.stringMatching(/^conv_/),
      practice_id: one.id,
      practice_name: "Huisartsenpraktijk ABC",
      municipality: "Gent",
      language: "nl",
      unknown_sender: null,
      channels: ["email", "sms", "whatsapp"],
      last_message: {
        id: only?.id,
        channel: "sms",
        direction: "inbound",
        content: "Ja, ik ben geïnteresseerd",
        timestamp,
        read: false,
        status: "received",
      },
      unread_count: 1,
      version: 1,
      messages: [
        expect.objectContaining({ conversation_id: found.id, practice_id: one.id, timestamp }),
      ],
      next_cursor: null,
      read_up_to: null,
    });
    const { messages: _, next_cursor: __, read_up_to: ___, ...summary } = found;
    expect((await list(product)).items).toEqual([summary]);
  });

  test("carries its newest fifty messages, oldest first, and the rest page by page without gap or repeat", async () => {
    const product = aProduct();
    const from = aMobile();
    const id = await anOldThread(product, from, 119);
    const newest = await thread(product, id);
    expect(newest.messages).toHaveLength(50);
    expect(newest.messages.at(-1)?.content).toBe("newest");
    await product.text(from, "meanwhile");
    const seen = newest.messages.map(({ content }) => content);
    let cursor = newest.next_cursor;
    while (cursor !== null) {
      const path = `/api/inbox/conversation/${id}?cursor=${encodeURIComponent(cursor)}`;
      const page = await read(await product.call(path), conversation);
      seen.unshift(...page.messages.map(({ content }) => content));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual([...Array.from({ length: 119 }, (_, i) => `old ${i + 1}`), "newest"]);
  });

  test("that is not there is 404, one whose id is none 422", async () => {
    const product = aProduct();
    const nowhere = product.system.newId("conv");
    for (const answer of [
      await product.call(`/api/inbox/conversation/${nowhere}`),
      await markRead(product, nowhere),
      await link(product, nowhere, (await aPractice(product)).id),
    ])
      expect(await refusal(answer)).toEqual([404, "conversation_not_found"]);
    for (const id of ["1", "conv_1", `msg_${nowhere.slice(5)}`, `${nowhere}%20`, "%27--"])
      expect(await refusal(await product.call(`/api/inbox/conversation/${id}`)), id).toEqual([
        422,
        "invalid",
      ]);
    expect(await count("audit_log WHERE action LIKE 'conversation%'")).toBe(0);
  });
});

describe("the list", () => {
  test("is newest first; a text or a reply moves its conversation up, reading does not", async () => {
    const product = aProduct();
    const [a, b, c] = [
      await aPractice(product),
      await aPractice(product),
      await aPractice(product),
    ];
    for (const one of [a, b, c]) {
      await product.clock.advance(1_000);
      await product.text(one.mobile, "Dag");
    }
    const order = async () => (await list(product)).items.map(({ practice_id }) => practice_id);
    expect(await order()).toEqual([c.id, b.id, a.id]);
    const { id } = await threadOfPractice(product, a.id);
    await product.clock.advance(1_000);
    await markRead(product, id);
    expect(await order()).toEqual([c.id, b.id, a.id]);
    await product.call("/api/inbox/reply", {
      body: { conversation_id: id, channel: "sms", content: "Dag!" },
    });
    expect(await order()).toEqual([a.id, c.id, b.id]);
    expect((await list(product)).items[0]?.last_message).toMatchObject({
      direction: "outbound",
      read: true,
    });
    await product.clock.advance(1_000);
    await product.text(b.mobile, "Nog iets");
    expect(await order()).toEqual([b.id, a.id, c.id]);
  });

  test.each(["", "filter=unread&", "q=linde&", "filter=unread&q=linde&"])(
    "comes page by page without gap or repeat while texts move conversations up: ?%s",
    async (query) => {
      const product = aProduct();
      const practices = [];
      for (let index = 0; index < 12; index += 1) {
        if (index % 3 === 0) await product.clock.advance(1);
        const one = await aPractice(product, { name: `Linde ${index}` });
        await product.text(one.mobile, "Dag");
        practices.push(one);
      }
      const first = await list(product, `?${query}limit=5`);
      const seen = first.items.map(({ practice_id }) => practice_id);
      const unseen = practices.filter(({ id }) => !seen.includes(id));
      const moved = unseen[0];
      const again = practices.find(({ id }) => id === seen[4]);
      await product.clock.advance(1);
      await product.text(again?.mobile ?? "", "Nog eens");
      await product.clock.advance(1);
      await product.text(moved?.mobile ?? "", "Nog eens");
      await product.clock.advance(1);
      await product.text(aMobile(), "Nieuw");
      let cursor = first.next_cursor;
      while (cursor !== null) {
        const page = await list(product, `?${query}limit=5&cursor=${encodeURIComponent(cursor)}`);
        seen.push(...page.items.map(({ practice_id }) => practice_id));
        cursor = page.next_cursor;
      }
      expect(new Set(seen).size).toBe(seen.length);
      const expected = practices.filter(({ id }) => id !== moved?.id).map(({ id }) => id);
      expect(seen.toSorted()).toEqual(expected.toSorted());
      expect((await list(product, `?${query}limit=1`)).items[0]?.practice_id).toBe(
        query.includes("q=") ? moved?.id : null,
      );
    },
  );

  test("of unread shows what nobody read, of a search what matches, both together both", async () => {
    const product = aProduct();
    const [linde, beuk] = [
      await aPractice(product, { name: "De Linde", municipality: "Luik" }),
      await aPractice(product, { name: "De Beuk", municipality: "Liège" }),
    ];
    for (const one of [linde, beuk]) await product.text(one.mobile, "Dag");
    await markRead(product, (await threadOfPractice(product, beuk.id)).id);
    const found = async (query: string) =>
      (await list(product, query)).items.map(({ practice_name }) => practice_name).toSorted();
    expect(await found("?filter=unread")).toEqual(["De Linde"]);
    expect(await found("?q=liege")).toEqual(["De Beuk"]);
    expect(await found(`?q=0${beuk.mobile.slice(3)}`)).toEqual(["De Beuk"]);
    expect(await found("?q=de&filter=unread")).toEqual(["De Linde"]);
    expect(await found("?q=beuk&filter=unread")).toEqual([]);
    expect(await found("?filter=all&q=%20")).toEqual(["De Beuk", "De Linde"]);
    for (const query of ["?filter=mine", "?limit=0", "?limit=101", "?limit=x", "?colour=red"])
      expect(await refusal(await product.call(`/api/inbox/conversations${query}`))).toEqual([
        422,
        "invalid",
      ]);
    for (const cursor of ["x", btoa("[1,2,3]"), btoa('["a",{}]'), btoa('["x","y"]')])
      expect((await product.call(`/api/inbox/conversations?cursor=${cursor}`)).status).toBe(200);
  });
});

describe("unread", () => {
  test("is what came in after the cursor, in whatever order texts, replies and readers come; the team's is the sum", async () => {
    type Step =
      | { kind: "texts"; who: number; how_many: number }
      | { kind: "reply" | "read"; who: number }
      | { kind: "read_up_to"; who: number; at: number }
      | { kind: "clock" };
    const who = fc.nat(1);
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ kind: fc.constant("texts"), who, how_many: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ kind: fc.constantFrom("reply", "read"), who }),
      fc.record({ kind: fc.constant("read_up_to"), who, at: fc.nat(9) }),
      fc.record({ kind: fc.constant("clock") }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 14 }), async (steps) => {
        const product = aProduct();
        const known = await aPractice(product);
        const mobiles = [known.mobile, aMobile()];
        for (const mobile of mobiles) await product.text(mobile, "eerst");
        const ids = [
          (await threadOfPractice(product, known.id)).id,
          (await threadOfSender(product, mobiles[1] ?? "")).id,
        ];
        const model = ids.map(() => ({ inbound: [true], read: 0 }));
        for (const one of steps) {
          if (one.kind === "clock") {
            await product.clock.advance(1);
            continue;
          }
          const side = model[one.who];
          const id = ids[one.who] ?? "";
          if (!side) throw new Error("two sides");
          if (one.kind === "texts") {
            await Promise.all(
              Array.from({ length: one.how_many }, () =>
                product.text(mobiles[one.who] ?? "", "nog een"),
              ),
            );
            side.inbound.push(...Array.from({ length: one.how_many }, () => true));
          }
          if (one.kind === "reply") {
            const body = { conversation_id: id, channel: "sms", content: "antwoord" };
            expect((await product.call("/api/inbox/reply", { body })).status).toBe(202);
            side.inbound.push(false);
          }
          if (one.kind === "read") {
            expect((await markRead(product, id)).status).toBe(200);
            side.read = side.inbound.length;
          }
          if (one.kind === "read_up_to") {
            const { messages } = await thread(product, id);
            const at = one.at % messages.length;
            expect((await markRead(product, id, messages[at]?.id)).status).toBe(200);
            side.read = Math.max(side.read, at + 1);
          }
          for (const [index, { inbound, read: cursor }] of model.entries()) {
            const found = await thread(product, ids[index] ?? "");
            expect(found.messages.map(({ direction }) => direction === "inbound")).toEqual(inbound);
            expect(found.unread_count).toBe(inbound.slice(cursor).filter(Boolean).length);
            expect(found.read_up_to).toBe(found.messages[cursor - 1]?.id ?? null);
          }
        }
        await expectTrueCounts(product);
      }),
      { numRuns: 12 },
    );
  });

  test("that arrives while somebody marks read is not swallowed, and reading never goes back", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "een");
    await product.text(one.mobile, "twee");
    const seen = await threadOfPractice(product, one.id);
    const [first, last] = seen.messages;
    await product.text(one.mobile, "drie");
    const marked = await read(await markRead(product, seen.id, last?.id), conversationSummary);
    expect(marked).toMatchObject({
      unread_count: 1,
      last_message: { content: "drie", read: false },
    });
    const back = await read(await markRead(product, seen.id, first?.id), conversationSummary);
    expect(back).toEqual(marked);
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([
        product.text(one.mobile, "a"),
        markRead(product, seen.id),
        product.text(one.mobile, "b"),
        markRead(product, seen.id, last?.id),
        markRead(product, seen.id),
        product.text(one.mobile, "c"),
      ]);
      await expectTrueCounts(product);
    }
    await markRead(product, seen.id);
    expect(await teamUnread(product)).toBe(0);
  });

  test("is not touched by a message of another conversation, and marked once by ten readers", async () => {
    const product = aProduct();
    const [one, other] = [await aPractice(product), await aPractice(product)];
    for (const { mobile } of [one, other]) await product.text(mobile, "Dag");
    const { id, version } = await threadOfPractice(product, one.id);
    const elsewhere = (await threadOfPractice(product, other.id)).messages[0];
    await markRead(product, id, elsewhere?.id);
    await markRead(product, id, product.system.newId("msg"));
    expect(await thread(product, id)).toMatchObject({ unread_count: 1, version });
    const answers = await Promise.all(Array.from({ length: 10 }, () => markRead(product, id)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await thread(product, id)).toMatchObject({ unread_count: 0, version: version + 1 });
    expect(await count("audit_log WHERE action = 'conversation.read'")).toBe(1);
    await expectTrueCounts(product);
  });
});

describe("linking an unknown sender", () => {
  test("to a practice that has no conversation gives it the sender's, unread and all", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const from = aMobile();
    await product.text(from, "een");
    await product.text(from, "twee");
    const { id } = await threadOfSender(product, from);
    const linked = await read(await link(product, id, one.id), conversationSummary);
    expect(linked).toMatchObject({
      id,
      practice_id: one.id,
      practice_name: one.name,
      unknown_sender: null,
      unread_count: 2,
    });
    await product.text(from, "drie");
    await product.text(one.mobile, "vier");
    const found = await threadOfPractice(product, one.id);
    expect(found.id).toBe(id);
    expect(found.messages.map(({ content }) => content)).toEqual(["een", "twee", "drie", "vier"]);
    const card = await read(await product.call(`/api/practices/${one.id}`), practice);
    expect(card.contact_points.map(({ address }) => address)).toContain(from);
    expect(await count("audit_log WHERE action = 'conversation.link' AND subject = ?", id)).toBe(1);
  });

  test("to a practice that has one merges them; the old id says where it went, later texts follow", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const from = aMobile();
    await product.text(one.mobile, "A1");
    await product.clock.advance(1);
    await product.text(from, "B1");
    await product.clock.advance(1);
    await product.text(one.mobile, "A2");
    await product.clock.advance(1);
    await product.text(from, "B2");
    const target = await threadOfPractice(product, one.id);
    await markRead(product, target.id);
    const source = await threadOfSender(product, from);
    await markRead(product, source.id, source.messages[0]?.id);
    const linked = await read(await link(product, source.id, one.id), conversationSummary);
    expect(linked).toMatchObject({
      id: target.id,
      practice_id: one.id,
      unread_count: 1,
      last_message: { content: "B2", read: false },
    });
    await product.text(from, "B3");
    const found = await thread(product, target.id);
    expect(found.messages.map(({ content }) => content)).toEqual(["A1", "B1", "A2", "B2", "B3"]);
    expect(found.unread_count).toBe(2);
    await expectTrueCounts(product);

    const reply = { conversation_id: source.id, channel: "sms", content: "Dag" };
    for (const answer of [
      await product.call(`/api/inbox/conversation/${source.id}`),
      await markRead(product, source.id),
      await link(product, source.id, one.id),
      await product.call("/api/inbox/reply", { body: reply }),
    ]) {
      expect(answer.status).toBe(409);
      expect(problem.parse(await answer.json())).toMatchObject({
        code: "conversation_merged",
        merged_into: target.id,
      });
    }
    expect((await list(product)).items.map(({ id }) => id)).toEqual([target.id]);
  });

  test("swallows nothing unread, whatever was read on either side and even within one millisecond", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ from_sender: fc.boolean(), tick: fc.boolean() }), {
          minLength: 2,
          maxLength: 8,
        }),
        fc.nat(8),
        fc.nat(8),
        async (texts, read_of_source, read_of_target) => {
          const product = aProduct();
          const one = await aPractice(product);
          const from = aMobile();
          await product.text(from, "sender");
          await product.text(one.mobile, "practice");
          for (const { from_sender, tick } of texts) {
            if (tick) await product.clock.advance(1);
            await product.text(from_sender ? from : one.mobile, "nog een");
          }
          const source = await threadOfSender(product, from);
          const target = await threadOfPractice(product, one.id);
          const upTo = async (side: Conversation, read: number) => {
            const last = side.messages.slice(0, read).at(-1);
            if (last) await markRead(product, side.id, last.id);
            return side.messages.slice(read).map(({ id }) => id);
          };
          const unread = [
            ...(await upTo(source, read_of_source)),
            ...(await upTo(target, read_of_target)),
          ];
          await link(product, source.id, one.id);
          const merged = await thread(product, target.id);
          const cursor = merged.messages.findIndex(({ id }) => id === merged.read_up_to);
          const after = merged.messages.slice(cursor + 1).map(({ id }) => id);
          expect(after).toEqual(expect.arrayContaining(unread));
          expect(merged.unread_count).toBe(after.length);
          expect(merged.last_message?.id).toBe(merged.messages.at(-1)?.id);
          await expectTrueCounts(product);
        },
      ),
      { numRuns: 15 },
    );
  });

  test("with a long thread moves 500 at a time; what one reads meanwhile is right, and the cron moves the rest", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "van de praktijk");
    const from = aMobile();
    const source = await anOldThread(product, from, 1_200);
    const left = () => count("messages WHERE conversation_id = ?", source);
    const linked = await read(await link(product, source, one.id), conversationSummary);
    expect(await left()).toBe(701);
    expect(linked.unread_count).toBe(1_202);
    expect((await threadOfPractice(product, one.id)).messages.at(-1)?.content).toBe("newest");
    await expectTrueCounts(product);

    const middle = (await thread(product, linked.id)).messages[10];
    await markRead(product, linked.id, middle?.id);
    await expectTrueCounts(product);
    const [oldest] = await rows<{ id: string }>(
      "SELECT id FROM messages WHERE conversation_id = ? ORDER BY at, seq LIMIT 1",
      source,
    );
    expect((await markRead(product, source, oldest?.id)).status).toBe(409);
    await expectTrueCounts(product);
    expect((await markRead(product, source)).status).toBe(409);
    await expectTrueCounts(product);

    await product.text(from, "later");
    await product.cron();
    expect(await left()).toBe(201);
    await product.cron();
    expect(await left()).toBe(0);
    await product.cron();
    await expectTrueCounts(product);
    expect(await count("messages WHERE conversation_id = ?", linked.id)).toBe(1_203);
    expect(await count("conversation_merges WHERE moved_at IS NULL")).toBe(0);
    const { messages } = await thread(product, linked.id);
    expect(messages.at(-1)?.content).toBe("later");
  });

  test("twice at once to two practices links him to one; the other hears that he is linked", async () => {
    for (const withConversations of [false, true]) {
      const product = aProduct();
      const both = [await aPractice(product), await aPractice(product)];
      if (withConversations) for (const { mobile } of both) await product.text(mobile, "Dag");
      const from = aMobile();
      await product.text(from, "Wie ben ik?");
      const { id } = await threadOfSender(product, from);
      const answers = await Promise.all(both.map((one) => link(product, id, one.id)));
      const won = answers.findIndex(({ status }) => status === 200);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const owners = await rows<{ practice_id: number }>(
        "SELECT practice_id FROM contact_points WHERE address = ?",
        from,
      );
      expect(owners).toEqual([{ practice_id: both[won]?.id }]);
      expect(await count("audit_log WHERE action = 'conversation.link' AND subject = ?", id)).toBe(
        1,
      );
      await expectTrueCounts(product);
    }
  });

  test("that is linked, to a practice that is not there, or one just erased, is refused", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const from = aMobile();
    await product.text(from, "Dag");
    const { id } = await threadOfSender(product, from);
    expect(await refusal(await link(product, id, 999_999))).toEqual([404, "practice_not_found"]);
    const other = aProduct();
    let raced = false;
    product.database.before = async ({ statements }) => {
      if (raced || !statements.some(({ sql }) => sql.includes("conversation_merges"))) return;
      raced = true;
      await other.call(`/api/practices/${one.id}`, { as: "admin", method: "DELETE" });
    };
    expect(await refusal(await link(product, id, one.id))).toEqual([404, "practice_not_found"]);
    expect((await thread(product, id)).practice_id).toBeNull();
    const two = await aPractice(product);
    expect((await link(product, id, two.id)).status).toBe(200);
    expect(await refusal(await link(product, id, two.id))).toEqual([409, "already_linked"]);
    expect(await count("audit_log WHERE action = 'conversation.link'")).toBe(1);
  });
});

describe("live", () => {
  type Socket = {
    frames: unknown[];
    closed: Promise<number>;
    isOpen: () => boolean;
    send: (text: string) => void;
  };

  const open = async (product: Product, path: string, given: Call = {}): Promise<Socket> => {
    const headers = { Upgrade: "websocket", ...given.headers };
    const answer = await product.call(path, {
      ...given,
      headers: given.as?.startsWith("key:") ? headers : { Origin: env.APP_URL, ...headers },
    });
    expect(answer.status).toBe(101);
    const socket = answer.webSocket;
    if (!socket) throw new Error("no socket");
    const frames: unknown[] = [];
    socket.accept();
    socket.addEventListener("message", ({ data }) => frames.push(data));
    const closed = new Promise<number>((resolve) =>
      socket.addEventListener("close", ({ code }) => resolve(code), { once: true }),
    );
    onTestFinished(() => {
      if (socket.readyState === WebSocket.OPEN) socket.close(1000, "done");
    });
    return {
      frames,
      closed,
      isOpen: () => socket.readyState === WebSocket.OPEN,
      send: (text) => socket.send(text),
    };
  };

  const parsed = <T>(socket: Socket, schema: { parse: (value: unknown) => T }): T[] =>
    socket.frames.map((text) => schema.parse(JSON.parse(String(text))));
  const inboxFrames = (socket: Socket): InboxFrame[] => parsed(socket, inboxFrame);
  const threadFrames = (socket: Socket): ConversationFrame[] => parsed(socket, conversationFrame);

  const after = (socket: Socket, how_many: number) =>
    vi.waitFor(() => expect(socket.frames.length).toBeGreaterThanOrEqual(how_many), 5_000);

  const inbox = "/api/live/inbox";
  const conversationPath = (id: string) => `/api/live/conversation/${id}`;

  test("shows a text, its reply and every status on the inbox and in the open conversation, with the same version", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "eerst");
    const { id } = await threadOfPractice(product, one.id);
    const team = await open(product, inbox);
    const reader = await open(product, conversationPath(id), { as: "viewer" });
    const elsewhere = await open(product, conversationPath(product.system.newId("conv")));

    await product.text(one.mobile, "Is dinsdag goed?");
    await after(team, 1);
    await after(reader, 1);
    expect(inboxFrames(team)).toMatchObject([
      {
        type: "conversation",
        conversation: {
          id,
          unread_count: 2,
          version: 2,
          last_message: { content: "Is dinsdag goed?", read: false },
        },
        unread_count: 2,
      },
    ]);
    expect(threadFrames(reader)).toMatchObject([
      {
        type: "messages",
        conversation_id: id,
        version: 2,
        messages: [{ content: "Is dinsdag goed?", status: "received" }],
      },
    ]);

    await product.call("/api/inbox/reply", {
      body: { conversation_id: id, channel: "sms", content: "Ja!" },
    });
    await product.clock.advance(10_000);
    await vi.waitFor(() => {
      const said = threadFrames(reader).flatMap((frame) =>
        frame.type === "messages" ? frame.messages.map(({ status }) => status) : [],
      );
      expect(said).toEqual(["received", "queued", "sent", "delivered"]);
    });
    await markRead(product, id);
    await vi.waitFor(() =>
      expect(inboxFrames(team).at(-1)).toMatchObject({
        conversation: { unread_count: 0 },
        unread_count: 0,
      }),
    );
    expect(elsewhere.frames).toEqual([]);
  });

  test("tells again within a minute what came lately, in case a frame was lost", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "verloren");
    const team = await open(product, inbox);
    await product.clock.advance(60_000);
    await product.cron();
    await after(team, 1);
    expect(inboxFrames(team)).toMatchObject([
      { conversation: { last_message: { content: "verloren" } }, unread_count: 1 },
    ]);
    await product.clock.advance(5 * 60_000);
    await product.cron();
    await product.text(one.mobile, "later");
    await after(team, 2);
    expect(inboxFrames(team)).toHaveLength(2);
  });

  test("still reaches sockets of objects that hibernated, and pings do not wake them", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "eerst");
    const { id } = await threadOfPractice(product, one.id);
    const team = await open(product, inbox);
    const reader = await open(product, conversationPath(id));
    await evictDurableObject(env.INBOX.getByName("team"));
    await evictDurableObject(env.CONVERSATION.getByName(id));
    await product.text(one.mobile, "na de slaap");
    await after(team, 1);
    await after(reader, 1);
    team.send("ping");
    await vi.waitFor(() => expect(team.frames.at(-1)).toBe("pong"));
    expect(team.isOpen()).toBe(true);
  });

  test("tells of a new name, a link and an erasure", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "van de praktijk");
    const from = aMobile();
    await product.text(from, "wie ben ik");
    const target = await threadOfPractice(product, one.id);
    const source = await threadOfSender(product, from);
    const team = await open(product, inbox);
    const reader = await open(product, conversationPath(source.id));

    await product.call(`/api/practices/${one.id}`, { method: "PATCH", body: { name: "Nieuw" } });
    await after(team, 1);
    expect(inboxFrames(team)[0]).toMatchObject({ conversation: { practice_name: "Nieuw" } });

    await link(product, source.id, one.id);
    await after(team, 3);
    await after(reader, 1);
    expect(inboxFrames(team).slice(1)).toMatchObject([
      { type: "conversation", conversation: { id: target.id, unread_count: 2 }, unread_count: 2 },
      { type: "gone", conversation_id: source.id, merged_into: target.id, unread_count: 2 },
    ]);
    expect(threadFrames(reader)).toEqual([
      { type: "gone", conversation_id: source.id, merged_into: target.id },
    ]);

    await product.call(`/api/practices/${one.id}`, { as: "admin", method: "DELETE" });
    await after(team, 4);
    expect(inboxFrames(team).at(-1)).toEqual({
      type: "gone",
      conversation_id: target.id,
      merged_into: null,
      unread_count: 0,
    });
  });

  test("tells that an unknown sender became a new practice", async () => {
    const product = aProduct();
    const from = aMobile();
    await product.text(from, "Dag");
    const { id } = await threadOfSender(product, from);
    const team = await open(product, inbox);
    await aPractice(product, {
      name: "Nu bekend",
      contact_points: [{ channel: "sms", address: from }],
    });
    await after(team, 1);
    expect(inboxFrames(team)).toMatchObject([
      {
        type: "conversation",
        conversation: { id, practice_name: "Nu bekend", unknown_sender: null },
      },
    ]);
  });

  test("says nothing when a webhook is repeated", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "Dag", { sid: "SM00000000000000000000000000000777" });
    const team = await open(product, inbox);
    await product.text(one.mobile, "Dag", { sid: "SM00000000000000000000000000000777" });
    await product.text(one.mobile, "Nog iets");
    await after(team, 1);
    expect(inboxFrames(team)).toMatchObject([
      { conversation: { last_message: { content: "Nog iets" } } },
    ]);
  });

  test("is for members on our own page and for keys without a page", async () => {
    const product = aProduct();
    const id = product.system.newId("conv");
    const upgrade = { Upgrade: "websocket" };
    for (const path of [inbox, conversationPath(id)]) {
      const ask = async (given: Call) => refusal(await product.call(path, given));
      for (const origin of ["https://evil.example", "null", `${env.APP_URL}.evil.example`])
        expect(await ask({ headers: { ...upgrade, Origin: origin } })).toEqual([
          403,
          "wrong_origin",
        ]);
      expect(await ask({ headers: upgrade })).toEqual([403, "wrong_origin"]);
      const site = { ...upgrade, Origin: env.APP_URL, "Sec-Fetch-Site": "cross-site" };
      expect(await ask({ headers: site })).toEqual([403, "wrong_origin"]);
      expect(await ask({ as: null, headers: { ...upgrade, Origin: env.APP_URL } })).toEqual([
        401,
        "unauthenticated",
      ]);
      for (const origin of [env.APP_URL, "https://evil.example"])
        expect(await ask({ as: "key:viewer", headers: { ...upgrade, Origin: origin } })).toEqual([
          403,
          "wrong_origin",
        ]);
      expect(await ask({ headers: { Origin: env.APP_URL } })).toEqual([422, "invalid"]);
      expect((await open(product, path, { as: "key:viewer" })).isOpen()).toBe(true);
      expect((await open(product, path, { as: "viewer" })).isOpen()).toBe(true);
    }
    expect(await refusal(await product.call(conversationPath("x"), { headers: upgrade }))).toEqual([
      422,
      "invalid",
    ]);
  });

  test("cannot be opened for somebody else by a header of one's own", async () => {
    const product = aProduct();
    const forged = JSON.stringify({ member_id: "member_admin", session_id: "x", expires_at: 9e15 });
    await open(product, inbox, { headers: { "x-spreekuur-holder": forged } });
    const tags = await runInDurableObject(env.INBOX.getByName("team"), (_, state) =>
      state.getWebSockets().map((socket) => state.getTags(socket)),
    );
    expect(tags).toEqual([["member_agent"]]);
  });

  test("ends for a member everywhere he had it open, and for nobody else", async () => {
    const product = aProduct();
    const id = product.system.newId("conv");
    const paths = [inbox, conversationPath(id), conversationPath(product.system.newId("conv"))];
    const his = await Promise.all(paths.map((path) => open(product, path)));
    const hers = await Promise.all(paths.map((path) => open(product, path, { as: "admin" })));
    const keys = await Promise.all(paths.map((path) => open(product, path, { as: "key:agent" })));
    await evictDurableObject(env.INBOX.getByName("team"));
    await env.INBOX.getByName("team").disconnectSession("member_agent", "another-session");
    expect(his.every(({ isOpen }) => isOpen())).toBe(true);
    await env.INBOX.getByName("team").disconnectSession("member_agent", "session_agent");
    expect(await Promise.all(his.map(({ closed }) => closed))).toEqual(
      paths.map(() => closeCodes.signed_out),
    );
    await env.INBOX.getByName("team").disconnect("key_agent");
    expect(await Promise.all(keys.map(({ closed }) => closed))).toEqual(
      paths.map(() => closeCodes.signed_out),
    );
    expect(hers.every(({ isOpen }) => isOpen())).toBe(true);
  });

  test("ends with the session, also when nobody closes it", async () => {
    const product = aProduct({}, Date.now() - 2 * 3_600_000);
    const late = await open(product, inbox);
    const running = await open(aProduct({}, Date.now()), inbox, { as: "admin" });
    await product.text(aMobile(), "Dag");
    expect(await late.closed).toBe(closeCodes.signed_out);
    expect(late.frames).toEqual([]);
    await after(running, 1);
  });

  test("closes a socket that talks, whatever it says", async () => {
    const product = aProduct();
    for (const path of [inbox, conversationPath(product.system.newId("conv"))])
      for (const text of ["hello", '{"type":"messages"}', "ping ", "a".repeat(100_000)]) {
        const socket = await open(product, path);
        socket.send(text);
        expect(await socket.closed).toBe(closeCodes.flooding);
      }
  });

  test("failing costs nothing but the frame: the text is stored, the reply is sent", async () => {
    const product = aProduct();
    const broken = () => {
      throw new Error("Durable Object reset because its code was updated.");
    };
    vi.spyOn(env.INBOX, "getByName").mockImplementation(broken);
    vi.spyOn(env.CONVERSATION, "getByName").mockImplementation(broken);
    const one = await aPractice(product);
    expect((await product.text(one.mobile, "Dag")).status).toBe(200);
    const { id } = await threadOfPractice(product, one.id);
    const body = { conversation_id: id, channel: "sms", content: "Ja!" };
    const sent = await read(await product.call("/api/inbox/reply", { body }), message, 202);
    expect(product.calls).toHaveLength(1);
    expect(await rows("SELECT status FROM messages WHERE id = ?", sent.id)).toEqual([
      { status: "sent" },
    ]);
    expect(product.logs.some(({ event }) => event === "background_failed")).toBe(true);
  });
});
