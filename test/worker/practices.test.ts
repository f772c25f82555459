import { beforeEach, describe, expect, test } from "vitest";
import { conversation, conversationSummary } from "#contracts/inbox.ts";
import { message } from "#contracts/messages.ts";
import { pageOf } from "#contracts/pages.ts";
import { type Practice, practice } from "#contracts/practices.ts";
import { problem } from "#contracts/problem.ts";
import { aPractice } from "../builders/a-practice.ts";
import { aProduct, type Product } from "../builders/a-product.ts";
import { aMobile, aSid } from "../builders/a-webhook.ts";
import { anEmptyHouse } from "../builders/an-empty-house.ts";
import { read, refusal } from "../builders/read.ts";
import { census, count, rows, run, tables } from "../builders/rows.ts";

beforeEach(anEmptyHouse);

const create = (product: Product, body: Record<string, unknown>) =>
  product.call("/api/practices", { body: { name: "Tandarts Peeters", ...body } });

const created = async (product: Product, body: Record<string, unknown>) =>
  read(await create(product, body), practice, 201);

const sms = (address: string, person?: string) => ({
  channel: "sms",
  address,
  ...(person === undefined ? {} : { person }),
});

const get = async (product: Product, id: number) =>
  read(await product.call(`/api/practices/${id}`), practice);

const find = async (product: Product, q: string): Promise<number[]> => {
  const answer = await product.call(`/api/practices?q=${encodeURIComponent(q)}`);
  return (await read(answer, pageOf(practice))).items.map(({ id }) => id);
};

const addresses = (one: Practice) => one.contact_points.map(({ address }) => address);

const erase = (product: Product, id: number) =>
  product.call(`/api/practices/${id}`, { as: "admin", method: "DELETE" });

const add = (product: Product, id: number, body: Record<string, unknown>) =>
  product.call(`/api/practices/${id}/contact-points`, { body });

describe("a number", () => {
  test.each([
    "0475123456",
    "0475 12 34 56",
    "0475/12.34.56",
    "0475-12-34-56",
    " 0475 123 456 ",
    "+32475123456",
    "+32 475 12 34 56",
    "+32 (0)475 12 34 56",
    "0032475123456",
    "0032 (0) 475/12.34.56",
    "(0475) 12 34 56",
    "tel:+32475123456",
    "\u202A+32 475 12 34 56\u202C",
    "٠٤٧٥١٢٣٤٥٦",
  ])("is the same one however it is written: %j", async (written) => {
    const product = aProduct();
    const one = await created(product, { contact_points: [sms(written)] });
    expect(one.contact_points).toMatchObject([
      { channel: "sms", address: "+32475123456", line_type: "mobile", opted_out: false },
    ]);
    const again = await create(product, { contact_points: [sms("0475123456")] });
    expect(await refusal(again)).toEqual([409, "address_in_use"]);
  });

  test("of another country keeps its country", async () => {
    const product = aProduct();
    const one = await created(product, {
      contact_points: [sms("+31 6 12345678"), sms("+33 6 12 34 56 78"), sms("0033612345679")],
    });
    expect(addresses(one).toSorted()).toEqual(["+31612345678", "+33612345678", "+33612345679"]);
  });

  test.each([
    ["sms", "abc", "not_a_number"],
    ["sms", "0475 12 34 5", "not_a_number"],
    ["sms", "0475 12 34 567", "not_a_number"],
    ["sms", "+999 475 12 34 56", "not_a_number"],
    ["sms", "8888", "not_a_number"],
    ["sms", "112", "not_a_number"],
    ["sms", "balie@delinde.be", "not_a_number"],
    ["sms", "09 222 22 22", "not_a_mobile"],
    ["sms", "+32 2 555 55 55", "not_a_mobile"],
    ["sms", "0800 12 345", "not_a_mobile"],
    ["sms", "0903 12 345", "not_a_mobile"],
    ["phone", "abc", "not_a_number"],
    ["whatsapp", "x", "not_a_number"],
    ["email", "balie", "not_an_email"],
    ["email", "balie@", "not_an_email"],
    ["email", "a b@delinde.be", "not_an_email"],
    ["email", "a@delinde.be\r\nBcc: b@evil.example", "not_an_email"],
    ["email", '"a@evil.example b"@delinde.be', "not_an_email"],
    ["email", "a@delinde.be,b@evil.example", "not_an_email"],
    ["email", "Balie <balie@delinde.be>", "not_an_email"],
  ])(
    "or address the channel cannot carry is refused: %s %j is %s",
    async (channel, address, code) => {
      const product = aProduct();
      const before = await census();
      const answer = await create(product, { contact_points: [{ channel, address }] });
      expect(await refusal(answer)).toEqual([422, code]);
      expect(await census()).toEqual(before);
    },
  );

  test("of a landline is good for calls, an address of mail is kept in lower case", async () => {
    const product = aProduct();
    const one = await created(product, {
      contact_points: [
        { channel: "phone", address: "09 222 22 22" },
        { channel: "phone", address: "0475 12 34 56" },
        { channel: "email", address: " Balie@DeLinde.BE " },
      ],
    });
    expect(one.contact_points.map((p) => [p.channel, p.address, p.line_type])).toEqual(
      expect.arrayContaining([
        ["phone", "+3292222222", "landline"],
        ["phone", "+32475123456", "mobile"],
        ["email", "balie@delinde.be", null],
      ]),
    );
  });

  test("given twice is stored once, with everybody who has it", async () => {
    const product = aProduct();
    const one = await created(product, {
      contact_points: [sms("0475123456", "Balie"), sms("+32475123456", "Dr. Maes")],
    });
    expect(one.contact_points).toHaveLength(1);
    expect(one.contact_points[0]?.people.map(({ name }) => name).toSorted()).toEqual([
      "Balie",
      "Dr. Maes",
    ]);
  });
});

describe("an address that another practice has", () => {
  test("is 409: it names the practice and what can be done, and nothing is stored", async () => {
    const product = aProduct();
    const first = await created(product, {
      name: "Huisartsen De Linde",
      contact_points: [sms("0475123456")],
    });
    const before = await census();
    const answer = await create(product, {
      contact_points: [sms("0476 00 00 01"), sms("+32 475 12 34 56", "Dr. Maes")],
    });
    expect(answer.status).toBe(409);
    expect(problem.parse(await answer.json())).toMatchObject({
      code: "address_in_use",
      conflict: {
        contact_point_id: first.contact_points[0]?.id,
        channel: "sms",
        address: "+32475123456",
        practice: { id: first.id, name: "Huisartsen De Linde" },
        options: ["link", "move"],
      },
    });
    const adding = await aPractice(product, { contact_points: [] });
    const refused = await add(product, adding.id, sms("0475123456"));
    expect(problem.parse(await refused.json()).conflict?.practice.id).toBe(first.id);
    expect(await census()).toEqual({
      ...before,
      practices: (before["practices"] ?? 0) + 1,
      audit_log: (before["audit_log"] ?? 0) + 1,
      practice_search: 2,
      practice_search_content: 2,
      practice_search_docsize: 2,
      practice_search_data: expect.any(Number),
      practice_search_idx: expect.any(Number),
    });
  });

  test("on another channel is another address", async () => {
    const product = aProduct();
    await created(product, { contact_points: [sms("0475123456")] });
    const other = await create(product, {
      contact_points: [{ channel: "whatsapp", address: "0475123456" }],
    });
    expect(other.status).toBe(201);
  });

  test.each(["nobody has", "an unknown sender wrote from"])(
    "wanted by five at once goes to one; the others store nothing: an address %s",
    async (kind) => {
      const product = aProduct();
      const mobile = aMobile();
      if (kind !== "nobody has") await product.text(mobile, "Dag");
      const answers = await Promise.all(
        ["Een", "Twee", "Drie", "Vier", "Vijf"].map((name) =>
          create(product, { name, contact_points: [sms(mobile, `Dr. ${name}`)] }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
      const winner = answers.find(({ status }) => status === 201);
      if (!winner) throw new Error("nobody won");
      const { id, name } = await read(winner, practice, 201);
      for (const answer of answers.filter(({ status }) => status === 409))
        expect(problem.parse(await answer.json()).conflict?.practice).toEqual({ id, name });
      expect(await count("practices")).toBe(1);
      expect(await count("people")).toBe(1);
      expect(await count("contact_points")).toBe(1);
      expect(await count("contact_point_addresses")).toBe(1);
      expect(await count("audit_log")).toBe(1);
      expect(await count("practice_search")).toBe(1);
      expect(await find(product, mobile)).toEqual([id]);
    },
  );

  test.each(["nobody has", "an unknown sender wrote from"])(
    "added to two practices at once goes to one of them: an address %s",
    async (kind) => {
      const product = aProduct();
      const both = [await aPractice(product), await aPractice(product)];
      const mobile = aMobile();
      if (kind !== "nobody has") await product.text(mobile, "Dag");
      const answers = await Promise.all(both.map(({ id }) => add(product, id, sms(mobile))));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const after = await Promise.all(both.map(({ id }) => get(product, id)));
      expect(after.flatMap(addresses).filter((address) => address === mobile)).toHaveLength(1);
    },
  );

  test("that writes for the first time while it is given to a practice belongs to that practice", async () => {
    const product = aProduct();
    const other = aProduct();
    const mobile = aMobile();
    let raced = false;
    product.database.before = async ({ statements }) => {
      if (raced || !statements.some(({ sql }) => sql.includes("INSERT INTO practices"))) return;
      raced = true;
      await other.text(mobile, "Dag");
    };
    const one = await created(product, { contact_points: [sms(mobile)] });
    expect(addresses(one)).toEqual([mobile]);
    expect(await count("practices")).toBe(1);
    const found = await read(
      await product.call("/api/inbox/conversations"),
      pageOf(conversationSummary),
    );
    expect(found.items).toMatchObject([{ practice_id: one.id, unread_count: 1 }]);
  });
});

describe("an address that moves", () => {
  test("goes over with its suppression; texts stay where they were, later ones go to the new practice", async () => {
    const product = aProduct();
    const mobile = aMobile();
    const from = await created(product, {
      name: "Oud",
      contact_points: [sms(mobile, "Dr. Oud")],
    });
    const to = await aPractice(product, { name: "Nieuw", contact_points: [] });
    await product.text(mobile, "Aan de oude");
    await product.text(mobile, "Stoppen");
    const moved = await read(
      await add(product, to.id, { ...sms(mobile, "Dr. Nieuw"), move: true }),
      practice,
    );
    expect(moved.contact_points).toMatchObject([
      { address: mobile, opted_out: true, people: [{ name: "Dr. Nieuw" }] },
    ]);
    expect(addresses(await get(product, from.id))).toEqual([]);
    expect(await find(product, mobile)).toEqual([to.id]);
    await product.text(mobile, "Aan de nieuwe");
    const threadOf = async (id: number) => {
      const { conversation_id } = await get(product, id);
      const thread = await product.call(`/api/inbox/conversation/${conversation_id}`);
      return (await read(thread, conversation)).messages.map(({ content }) => content);
    };
    expect(await threadOf(from.id)).toEqual(["Aan de oude", "Stoppen"]);
    expect(await threadOf(to.id)).toEqual(["Aan de nieuwe"]);
  });

  test("is simply there when it was the practice's own or nobody's", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const own = await read(
      await add(product, one.id, { ...sms(one.mobile, "Dr. Maes"), move: true }),
      practice,
    );
    expect(own.contact_points).toHaveLength(1);
    expect(own.contact_points[0]?.people).toMatchObject([{ name: "Dr. Maes" }]);
    expect((await add(product, one.id, { ...sms(aMobile()), move: true })).status).toBe(200);
    expect(await refusal(await add(product, 999_999, sms(aMobile())))).toEqual([
      404,
      "practice_not_found",
    ]);
  });
});

describe("an unknown sender", () => {
  test("whose number is given to a new practice brings conversation and unread along", async () => {
    const product = aProduct();
    const mobile = aMobile();
    await product.text(mobile, "een");
    await product.text(mobile, "twee");
    const [before] = await rows<{ id: string }>("SELECT id FROM conversations");
    const one = await created(product, { contact_points: [sms(mobile)] });
    expect(one.conversation_id).toBe(before?.id);
    const thread = await read(
      await product.call(`/api/inbox/conversation/${before?.id}`),
      conversation,
    );
    expect(thread).toMatchObject({
      practice_id: one.id,
      practice_name: one.name,
      unknown_sender: null,
      unread_count: 2,
    });
    await product.text(mobile, "drie");
    expect(await count("conversations")).toBe(1);
    expect(await count("messages WHERE conversation_id = ?", before?.id ?? "")).toBe(3);
  });

  test("of two numbers of one new practice ends in one conversation", async () => {
    const product = aProduct();
    const [a, b] = [aMobile(), aMobile()];
    await product.text(a, "een");
    await product.text(b, "twee");
    const one = await created(product, { contact_points: [sms(a), sms(b), sms(aMobile())] });
    expect(one.contact_points).toHaveLength(3);
    const thread = await read(
      await product.call(`/api/inbox/conversation/${one.conversation_id}`),
      conversation,
    );
    expect(thread.messages.map(({ content }) => content)).toEqual(["een", "twee"]);
    expect(thread.unread_count).toBe(2);
    expect(await count("conversations WHERE merged_into IS NULL")).toBe(1);
  });
});

describe("finding", () => {
  test("goes by name, place, postcode, number and mail, from their beginnings, whatever the accents and case", async () => {
    const product = aProduct();
    const one = await created(product, {
      name: "Kinésithérapie Liégeois & Søn",
      municipality: "Liège",
      postcode: "4000",
      contact_points: [
        sms("0475 12 34 56"),
        { channel: "email", address: "accueil@kine-liege.be" },
        { channel: "phone", address: "04 222 22 22" },
      ],
    });
    await aPractice(product, { name: "Tandarts Peeters", municipality: "Aalst", postcode: "9300" });
    for (const q of [
      "kine",
      "KINÉ",
      "kinesitherapie liegeois",
      "Liegeois Kine",
      "liège",
      "LIEGE",
      "lie\u0300ge",
      "4000",
      "400",
      "0475123456",
      "0475 12",
      "0475/12.34.56",
      "+32475123456",
      "+32 475 12 34 56",
      "+32 (0)475 12 34 56",
      "0032 475 12 34 56",
      "042222222",
      "accueil@kine-liege.be",
      "accueil",
      "  kine  ",
    ])
      expect(await find(product, q), q).toEqual([one.id]);
    for (const q of ["inesi", "123456", "luik", "kine tandarts", "0476"])
      expect(await find(product, q), q).toEqual([]);
  });

  test("follows what changes: name, place, addresses, erasure", async () => {
    const product = aProduct();
    const one = await aPractice(product, { name: "Vroeger", municipality: "Gent" });
    await product.call(`/api/practices/${one.id}`, {
      method: "PATCH",
      body: { name: "Voortaan", municipality: null },
    });
    expect(await find(product, "vroeger")).toEqual([]);
    expect(await find(product, "gent")).toEqual([]);
    expect(await find(product, "voortaan")).toEqual([one.id]);
    expect(await find(product, one.mobile)).toEqual([one.id]);
    await product.call(`/api/practices/${one.id}/contact-points/${one.contact_points[0]?.id}`, {
      method: "DELETE",
    });
    expect(await find(product, one.mobile)).toEqual([]);
    await erase(product, one.id);
    expect(await find(product, "voortaan")).toEqual([]);
  });

  test("takes what is typed literally, however long and whatever it means to SQL or FTS (Q03)", async () => {
    const product = aProduct();
    const one = await aPractice(product, { name: `De Linde "NEAR" (OR) 100%_zeker` });
    const everyone = [one.id, (await aPractice(product, { name: "Andere" })).id];
    for (const q of ['"NEAR"', "near", "(or)", "100%", 'linde "', "de*linde", "NEAR("])
      expect(await find(product, q), q).toEqual([one.id]);
    for (const q of [
      "%",
      "_",
      "\\",
      '"',
      "*",
      "'",
      ";",
      "NEAR(a b, 2)",
      "name:linde",
      "linde AND near",
      "a OR b",
      "NOT linde x",
      "-andere y",
      "^x",
      "{a b}: c",
      "linde\u0000x",
      "x' UNION SELECT * FROM members--",
      "🙂",
      "𞤀𞤣𞤤𞤢𞤥",
      "\u{2F800}",
      "ⅷ²",
    ]) {
      const answer = await product.call(`/api/practices?q=${encodeURIComponent(q)}`);
      const { items } = await read(answer, pageOf(practice));
      expect(items, q).toEqual([]);
      const inInbox = await product.call(`/api/inbox/conversations?q=${encodeURIComponent(q)}`);
      expect(inInbox.status, q).toBe(200);
    }
    for (const length of [49, 50, 51, 200])
      for (const letter of ["a", "é", "0", "%", " b"]) {
        const q = letter.repeat(length).slice(0, 200);
        expect(await find(product, q), `${length} × ${letter}`).toEqual([]);
      }
    for (const q of ["a".repeat(500), "€".repeat(201), "0".repeat(5_000)]) {
      const answer = await product.call(`/api/practices?q=${encodeURIComponent(q)}`);
      expect(await refusal(answer)).toEqual([422, "invalid"]);
    }
    expect((await find(product, "")).toSorted()).toEqual(everyone.toSorted());
    expect((await find(product, "   ")).toSorted()).toEqual(everyone.toSorted());
  });

  test("comes newest first, page by page without gap or repeat while practices are added", async () => {
    const product = aProduct();
    const expected: number[] = [];
    for (let index = 0; index < 12; index += 1)
      expected.unshift((await aPractice(product, { name: `Linde ${index}` })).id);
    for (const q of ["", "q=linde&"]) {
      const seen: number[] = [];
      let cursor: string | null = "";
      while (cursor !== null) {
        const answer = await product.call(`/api/practices?${q}limit=5&cursor=${cursor}`);
        const page: { items: Practice[]; next_cursor: string | null } = await read(
          answer,
          pageOf(practice),
        );
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next_cursor && encodeURIComponent(page.next_cursor);
        if (q === "") await aPractice(product, { name: "Elders" });
      }
      expect(seen, q).toEqual(expected);
      await run("DELETE FROM contact_points WHERE practice_id > ?", expected[0] ?? 0);
      await run("DELETE FROM practices WHERE id > ?", expected[0] ?? 0);
    }
  });
});

describe("changing", () => {
  test("changes what is given, empties what is null, keeps the rest", async () => {
    const product = aProduct();
    const one = await aPractice(product, { riziv: "1-23456-78-901", postcode: "9000" });
    await product.clock.advance(1_000);
    const change = { name: "  Nieuwe naam ", municipality: null, language: "fr" };
    const answer = await product.call(`/api/practices/${one.id}`, {
      method: "PATCH",
      body: change,
    });
    const { mobile: _, ...before } = one;
    expect(await read(answer, practice)).toEqual({
      ...before,
      name: "Nieuwe naam",
      municipality: null,
      language: "fr",
      updated_at: new Date(product.clock.now()).toISOString(),
    });
  });

  test("refuses fields nobody offered and values that are none; nothing changes (Z08, Q02)", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const { mobile: _, ...before } = one;
    const wrong: Record<string, unknown>[] = [
      { id: 7 },
      { is_demo: true },
      { created_at: "2020-01-01T00:00:00Z" },
      { erased_at: 1 },
      { conversation_id: null },
      { contact_points: [] },
      { consent: true },
      { lead_status: "hot" },
      { constructor: { prototype: { x: 1 } } },
      { name: null },
      { name: "" },
      { name: "   " },
      { name: "a".repeat(201) },
      { name: { $gt: "" } },
      { name: ["a"] },
      { language: "es" },
      { profession: "wizard" },
      { postcode: "B-9000" },
      { riziv: "<script>" },
    ];
    for (const body of wrong) {
      const changed = await product.call(`/api/practices/${one.id}`, { method: "PATCH", body });
      expect(await refusal(changed), JSON.stringify(body)).toEqual([422, "invalid"]);
      if (!("contact_points" in body))
        expect(await refusal(await create(product, body)), JSON.stringify(body)).toEqual([
          422,
          "invalid",
        ]);
    }
    const tooMany = Array.from({ length: 21 }, () => sms(aMobile()));
    for (const contact_points of [tooMany, [{ ...sms(aMobile()), opted_out: true }], "x", [null]])
      expect(await refusal(await create(product, { contact_points }))).toEqual([422, "invalid"]);
    expect(await get(product, one.id)).toEqual(before);
    expect(await count("practices")).toBe(1);
  });

  test("of a practice that is not there is 404, of an id that is none 422", async () => {
    const product = aProduct();
    const patch = (id: string) =>
      product.call(`/api/practices/${id}`, { method: "PATCH", body: { name: "x" } });
    expect(await refusal(await patch("999999"))).toEqual([404, "practice_not_found"]);
    for (const id of ["0", "-1", "1.5", "abc", "1e400", "%27"])
      expect(await refusal(await patch(id)), id).toEqual([422, "invalid"]);
    expect(await count("audit_log")).toBe(0);
  });

  test("an address away frees it; it is refused while something is being sent, and for somebody else's", async () => {
    const product = aProduct();
    const [one, other] = [await aPractice(product), await aPractice(product)];
    const remove = (id: number, point = "") =>
      product.call(`/api/practices/${id}/contact-points/${point}`, { method: "DELETE" });
    const [point] = one.contact_points;
    expect(await refusal(await remove(other.id, point?.id))).toEqual([404, "not_found"]);
    expect(await refusal(await remove(999_999, point?.id))).toEqual([404, "practice_not_found"]);
    product.provider.answer = async () => Response.json({ code: 20429 }, { status: 429 });
    await product.call("/api/sms/send", { body: { practice_id: one.id, content: "Dag" } });
    expect(await refusal(await remove(one.id, point?.id))).toEqual([409, "sending_in_progress"]);
    product.provider.answer = (request) => product.simulator.fetch(request);
    await product.clock.advance(60_000);
    await product.cron();
    const left = await read(await remove(one.id, point?.id), practice);
    expect(left.contact_points).toEqual([]);
    expect((await create(product, { contact_points: [sms(one.mobile)] })).status).toBe(201);
    expect(await count("messages WHERE content = 'Dag'")).toBe(1);
  });
});

describe("erasing", () => {
  const canaries = [
    "Kanarievogel",
    "Kanariegem",
    "1-99999-99-999",
    "Kanariepersoon",
    "kanarietekst",
  ];

  /** Where a value stands, in whatever table and column, also inside the search index. */
  const whereIs = async (canary: string): Promise<string[]> => {
    const found: string[] = [];
    const needle = canary.toLowerCase();
    for (const table of await tables())
      for (const row of await rows(`SELECT * FROM ${table}`))
        for (const [column, value] of Object.entries(row)) {
          const text =
            Array.isArray(value) || ArrayBuffer.isView(value)
              ? new TextDecoder().decode(new Uint8Array(value as unknown as number[]))
              : String(value);
          if (text.toLowerCase().includes(needle)) found.push(`${table}.${column}`);
        }
    return found;
  };

  const aFullPractice = async (product: Product) => {
    const mobile = aMobile();
    const mail = "kanarie@kanariegem.example";
    const one = await created(product, {
      name: "Praktijk Kanarievogel",
      municipality: "Kanariegem",
      riziv: "1-99999-99-999",
      contact_points: [
        sms(mobile, "Dr. Kanariepersoon"),
        { channel: "email", address: mail, person: "Balie Kanariepersoon" },
      ],
    });
    const sid = aSid();
    await product.text(mobile, "kanarietekst binnen", { sid });
    const answer = await product.call("/api/sms/send", {
      body: { practice_id: one.id, content: "kanarietekst buiten" },
      headers: { "Idempotency-Key": "k" },
    });
    const out = await read(answer, message, 202);
    await product.call(`/api/practices/${one.id}`, { method: "PATCH", body: { profession: "gp" } });
    return { ...one, mobile, mail, sid, out };
  };

  test("takes every name, address and text, from every table (P10)", async () => {
    const product = aProduct();
    const one = await aFullPractice(product);
    const all = [...canaries, one.mobile, one.mobile.slice(3), one.mail];
    for (const canary of all) expect(await whereIs(canary), canary).not.toEqual([]);
    expect((await erase(product, one.id)).status).toBe(200);
    for (const canary of all) expect(await whereIs(canary), canary).toEqual([]);
    expect(await refusal(await product.call(`/api/practices/${one.id}`))).toEqual([
      404,
      "practice_not_found",
    ]);
    const { conversation_id } = one.out;
    expect(await refusal(await product.call(`/api/inbox/conversation/${conversation_id}`))).toEqual(
      [404, "conversation_not_found"],
    );
    const inbox = await product.call("/api/inbox/conversations");
    expect((await read(inbox, pageOf(conversationSummary))).items).toEqual([]);
    const unread = await product.call("/api/inbox/unread");
    expect(await unread.json()).toEqual({ unread_count: 0 });
    expect(await refusal(await erase(product, one.id))).toEqual([404, "practice_not_found"]);
  });

  test("holds when old webhooks and queue messages come again (D17, I23)", async () => {
    const product = aProduct();
    const one = await aFullPractice(product);
    const sid = (
      await rows<{ p: string }>("SELECT provider_id p FROM messages WHERE id = ?", one.out.id)
    )[0]?.p;
    await erase(product, one.id);
    const before = await census();
    await product.text(one.mobile, "kanarietekst binnen", { sid: one.sid });
    await product.report(one.out.id, { sid: sid ?? "", status: "delivered" });
    await product.bring([{ message_ids: [one.out.id] }]);
    await product.cron();
    expect(await census()).toEqual(before);
    for (const canary of [...canaries, one.mobile.slice(3)])
      expect(await whereIs(canary), canary).toEqual([]);
    expect(product.calls).toHaveLength(1);
  });

  test("takes the texts of senders linked to it that were still being moved", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "eerst");
    const from = aMobile();
    await product.text(from, "kanarietekst");
    const [source] = await rows<{ id: string; contact_point_id: string }>(
      "SELECT id, contact_point_id FROM conversations WHERE practice_id IS NULL",
    );
    await run(
      `INSERT INTO messages (id, conversation_id, contact_point_id, channel, direction, status, purpose,
         author_kind, content, address, address_hash, sender_address, at)
       WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)
       SELECT 'msg_' || i, ?, ?, 'sms', 'inbound', 'received', 'service', 'contact', 'kanarietekst', ?,
         'h', '+32460000000', i FROM n`,
      source?.id ?? "",
      source?.contact_point_id ?? "",
      from,
    );
    await product.call(`/api/inbox/conversation/${source?.id}/link`, {
      body: { practice_id: one.id },
    });
    expect(await count("messages WHERE conversation_id = ?", source?.id ?? "")).toBeGreaterThan(0);
    expect((await erase(product, one.id)).status).toBe(200);
    for (let tick = 0; tick < 5; tick += 1) await product.cron();
    expect(await whereIs("kanarietekst")).toEqual([]);
    expect(await whereIs(from)).toEqual([]);
  });

  test("frees the address but not from the suppression list, whatever form it comes back in (D07)", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "STOP");
    await erase(product, one.id);
    const national = `0${one.mobile.slice(3, 6)}/${one.mobile.slice(6)}`;
    for (const [index, address] of [national, `00${one.mobile.slice(1)}`, one.mobile].entries()) {
      const again = await created(product, { contact_points: [sms(address)] });
      expect(again.contact_points, address).toMatchObject([
        { address: one.mobile, opted_out: true },
      ]);
      const send = await product.call("/api/sms/send", {
        body: { practice_id: again.id, content: "Dag" },
      });
      expect(await refusal(send)).toEqual([422, "opted_out"]);
      if (index < 2) await erase(product, again.id);
    }
    expect(product.calls).toEqual([]);
  });

  test("is refused while something is queued or being sent, and possible right after", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    product.provider.answer = async () => Response.json({ code: 20429 }, { status: 429 });
    await product.call("/api/sms/send", { body: { practice_id: one.id, content: "Dag" } });
    expect(await refusal(await erase(product, one.id))).toEqual([409, "sending_in_progress"]);
    let during: [number, string] | null = null;
    product.provider.answer = async (request) => {
      during = await refusal(await erase(product, one.id));
      return product.simulator.fetch(request);
    };
    await product.clock.advance(60_000);
    await product.cron();
    expect(during).toEqual([409, "sending_in_progress"]);
    expect((await get(product, one.id)).name).toBe(one.name);
    expect((await erase(product, one.id)).status).toBe(200);
  });

  test("in the moment an address is added leaves the address free", async () => {
    const product = aProduct();
    const other = aProduct();
    const one = await aPractice(product);
    const mobile = aMobile();
    let raced = false;
    product.database.before = async ({ statements }) => {
      if (raced || !statements.some(({ sql }) => sql.includes("INSERT INTO contact_points")))
        return;
      raced = true;
      expect((await erase(other, one.id)).status).toBe(200);
    };
    expect(await refusal(await add(product, one.id, sms(mobile, "Dr. Laat")))).toEqual([
      404,
      "practice_not_found",
    ]);
    expect(await count("people")).toBe(0);
    expect((await create(product, { contact_points: [sms(mobile)] })).status).toBe(201);
  });

  test("never gives its id to another practice", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await erase(product, one.id);
    expect((await aPractice(product)).id).toBeGreaterThan(one.id);
  });

  test("whoever writes afterwards is an unknown sender", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, "voor");
    await erase(product, one.id);
    await product.text(one.mobile, "na");
    const inbox = await product.call("/api/inbox/conversations");
    expect((await read(inbox, pageOf(conversationSummary))).items).toMatchObject([
      { practice_id: null, unread_count: 1, unknown_sender: { address: one.mobile } },
    ]);
  });
});

describe("the audit log", () => {
  test("has one row for each change by a person or a key, naming who and which, and none for what was refused", async () => {
    const product = aProduct();
    const one = await aPractice(product);
    const id = String(one.id);
    await product.call(`/api/practices/${id}`, {
      as: "key:admin",
      method: "PATCH",
      body: { name: "Anders" },
    });
    const added = await read(await add(product, one.id, sms(aMobile())), practice);
    const point = added.contact_points.at(-1)?.id ?? "";
    await product.call(`/api/practices/${id}/contact-points/${point}`, { method: "DELETE" });
    await product.call(`/api/practices/${id}/contact-points/${point}`, { method: "DELETE" });
    await product.call(`/api/practices/${id}`, { method: "PATCH", body: { id: 7 } });
    await create(product, { contact_points: [sms(one.mobile)] });
    await product.call(`/api/practices/${id}`, { as: "viewer", method: "DELETE" });
    await erase(product, one.id);
    await erase(product, one.id);
    const log = await rows(
      "SELECT actor_kind, actor_id, action, subject FROM audit_log ORDER BY seq",
    );
    expect(log.map((row) => Object.values(row))).toEqual([
      ["member", "member_agent", "practice.create", id],
      ["key", "key_admin", "practice.change", id],
      ["member", "member_agent", "practice.add_contact_point", id],
      ["member", "member_agent", "practice.remove_contact_point", point],
      ["member", "member_admin", "practice.erase", id],
    ]);
  });
});
