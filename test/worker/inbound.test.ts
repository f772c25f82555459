import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { conversation, conversationSummary } from "#contracts/inbox.ts";
import { message } from "#contracts/messages.ts";
import { pageOf } from "#contracts/pages.ts";
import { practice } from "#contracts/practices.ts";
import { isSignedByTwilio, signatureOf } from "../../worker/channels/twilio/signature.ts";
import { aPractice } from "../builders/a-practice.ts";
import { aProduct, type Product } from "../builders/a-product.ts";
import { aMobile, aSid, aWebhook, inboundForm, statusForm } from "../builders/a-webhook.ts";
import { anEmptyHouse } from "../builders/an-empty-house.ts";
import { read, refusal } from "../builders/read.ts";
import { census, count, rows } from "../builders/rows.ts";
import vectors from "../openapi/twilio_signature_vectors.json";

beforeEach(anEmptyHouse);

const webhook = "/api/sms/webhook";

const conversations = async (product: Product) => {
  const listed = await product.call("/api/inbox/conversations?limit=100");
  return (await read(listed, pageOf(conversationSummary))).items;
};

const onlyConversation = async (product: Product) => {
  const [one, ...others] = await conversations(product);
  if (!one) throw new Error("no conversation");
  expect(others).toEqual([]);
  return read(await product.call(`/api/inbox/conversation/${one.id}`), conversation);
};

const unread = async (product: Product) =>
  (await (await product.call("/api/inbox/unread")).json<{ unread_count: number }>()).unread_count;

const isOptedOut = async (product: Product, id: number) => {
  const one = await read(await product.call(`/api/practices/${id}`), practice);
  return one.contact_points.map(({ opted_out }) => opted_out);
};

describe("Twilio's signature", () => {
  const formOf = (params: Record<string, string | string[] | undefined>) =>
    new URLSearchParams(
      Object.entries(params).flatMap(([name, value]) =>
        [value ?? []].flat().map((one): [string, string] => [name, one]),
      ),
    );

  test.each(vectors.filter(({ jsonBody }) => jsonBody === null))(
    "of a form is checked as Twilio computes it: $name",
    async ({ authToken, receivedUrl, signedUrl, params, signature }) => {
      const form = formOf(params);
      expect(await signatureOf(authToken, signedUrl, form)).toBe(signature);
      const received = new URL(receivedUrl).href;
      expect(await isSignedByTwilio(authToken, received, form, signature)).toBe(true);
      expect(await isSignedByTwilio(`${authToken}x`, received, form, signature)).toBe(false);
      expect(await isSignedByTwilio(authToken, `${received}x`, form, signature)).toBe(false);
      form.append("Extra", "");
      expect(await isSignedByTwilio(authToken, received, form, signature)).toBe(false);
    },
  );

  test.each(vectors.filter(({ jsonBody }) => jsonBody !== null))(
    "over a URL alone is that of an empty form: $name",
    async ({ authToken, signedUrl, signature }) => {
      expect(await signatureOf(authToken, signedUrl, new URLSearchParams())).toBe(signature);
    },
  );

  test("is compared in constant time, however long the matching prefix (W12)", async () => {
    const equal = vi.spyOn(crypto.subtle, "timingSafeEqual");
    const form = new URLSearchParams({ Body: "Hallo" });
    const url = "https://product.test/api/sms/webhook";
    const right = await signatureOf("a-token", url, form);
    for (let same = 0; same < right.length - 1; same += 1) {
      const other = right[same] === "A" ? "B" : "A";
      const wrong = right.slice(0, same) + other + right.slice(same + 1);
      equal.mockClear();
      expect(await isSignedByTwilio("a-token", url, form, wrong)).toBe(false);
      expect(equal).toHaveBeenCalled();
    }
    for (const wrong of ["", right.slice(0, -1), `${right}=`, `${right}\0`])
      expect(await isSignedByTwilio("a-token", url, form, wrong)).toBe(false);
  });
});

describe("a webhook that Twilio did not sign", () => {
  const form = () => inboundForm({ from: aMobile(), body: "Goeiemorgen" });
  const evil = "https://evil.example";
  const at = env.PUBLIC_URL + webhook;

  const forged: Record<string, () => Parameters<typeof aWebhook>[0]> = {
    "without a signature (W01)": () => ({ path: webhook, form: form(), signature: null }),
    "with an empty signature": () => ({ path: webhook, form: form(), signature: "" }),
    "with another secret": () => ({ path: webhook, form: form(), token: "another-auth-token" }),
    "signed for another host (W02)": () => ({
      path: webhook,
      form: form(),
      signedUrl: evil + webhook,
    }),
    "signed for another path (W02)": () => ({
      path: webhook,
      form: form(),
      signedUrl: `${env.PUBLIC_URL}/api/sms/status`,
    }),
    "signed for another query (W02)": () => ({
      path: `${webhook}?a=1`,
      form: form(),
      signedUrl: at,
    }),
    "signed for https where we are http": () => ({
      path: webhook,
      form: form(),
      signedUrl: at.replace("http:", "https:"),
    }),
    "with one parameter altered (W03)": () => {
      const signedForm = form();
      return { path: webhook, form: { ...signedForm, Body: "Goeieavond" }, signedForm };
    },
    "with one parameter added (W03)": () => {
      const signedForm = form();
      return { path: webhook, form: { ...signedForm, MediaUrl0: evil }, signedForm };
    },
    "with one parameter removed (W03)": () => {
      const signedForm = form();
      const { NumMedia: _, ...rest } = signedForm;
      return { path: webhook, form: rest, signedForm };
    },
    "of another account, otherwise right (W10)": () => ({
      path: webhook,
      form: { ...form(), AccountSid: "AC00000000000000000000000000000009" },
    }),
    "without an account": () => {
      const { AccountSid: _, ...rest } = form();
      return { path: webhook, form: rest };
    },
    "with an empty body": () => ({ path: webhook, form: {} }),
    "made to match by forwarded headers (W11)": () => ({
      path: webhook,
      form: form(),
      signedUrl: evil + webhook,
      headers: {
        Host: "evil.example",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
        Forwarded: "host=evil.example;proto=https",
      },
    }),
  };

  test.each(Object.entries(forged))(
    "%s is refused, costs no query and stores nothing",
    async (_, make) => {
      const product = aProduct();
      const before = await census();
      const answer = await product.hook(make());
      expect(await refusal(answer)).toEqual([403, "bad_signature"]);
      expect(product.database.trips).toEqual([]);
      expect(await census()).toEqual(before);
      expect(product.logs.map(({ event }) => event)).toEqual(["webhook_refused"]);
    },
  );

  test("about a status changes nothing and costs no query", async () => {
    const product = aProduct();
    const path = "/api/sms/status?message=msg_01940000-0000-7000-8000-000000000000";
    const answer = await product.hook({
      path,
      form: statusForm({ sid: aSid(), status: "delivered" }),
      signedUrl: `${env.PUBLIC_URL}/api/sms/status`,
    });
    expect(await refusal(answer)).toEqual([403, "bad_signature"]);
    expect(product.database.trips).toEqual([]);
  });

  test("a JSON body is not a form, whatever its hash says (W05)", async () => {
    const product = aProduct();
    const body = JSON.stringify({ AccountSid: env.TWILIO_ACCOUNT_SID, Body: "x" });
    const signature = await signatureOf(
      env.TWILIO_AUTH_TOKEN,
      `${at}?bodySHA256=`,
      new URLSearchParams(),
    );
    const headers = { "content-type": "application/json", "x-twilio-signature": signature };
    const request = new Request(`${at}?bodySHA256=`, { method: "POST", headers, body });
    expect(await refusal(await product.ask(request))).toEqual([403, "bad_signature"]);
    expect(product.database.trips).toEqual([]);
  });
});

describe("a webhook that Twilio signed", () => {
  test("is stored before it is answered with an empty TwiML document", async () => {
    const product = aProduct();
    const from = aMobile();
    const { response, settled } = await product.begin(
      await aWebhook({ path: webhook, form: inboundForm({ from, body: "Goeiemorgen" }) }),
    );
    expect(response.status).toBe(200);
    expect(await count("messages WHERE address = ?", from)).toBe(1);
    expect(response.headers.get("content-type")).toContain("text/xml");
    expect(await response.text()).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
    await settled;
    const one = await onlyConversation(product);
    expect(one).toMatchObject({
      practice_id: null,
      unknown_sender: { channel: "sms", address: from },
      unread_count: 1,
    });
    expect(one.messages).toMatchObject([
      {
        direction: "inbound",
        status: "received",
        content: "Goeiemorgen",
        address: from,
        author: { kind: "contact", id: null, name: null },
      },
    ]);
  });

  test("is taken as ours whatever forwarded headers claim (W11)", async () => {
    const product = aProduct();
    const answer = await product.hook({
      path: webhook,
      form: inboundForm({ from: aMobile(), body: "Hallo" }),
      headers: {
        Host: "evil.example",
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "https",
      },
    });
    expect(answer.status).toBe(200);
    expect(await count("messages")).toBe(1);
  });

  test("which says a parameter twice is refused: nobody signs one and uses the other (W04)", async () => {
    const product = aProduct();
    const form = Object.entries(inboundForm({ from: aMobile(), body: "a" }));
    for (const second of ["b", "a"]) {
      const twice: [string, string][] = [...form, ["Body", second]];
      const asSent = await product.hook({ path: webhook, form: twice });
      expect(await refusal(asSent)).toEqual([400, "malformed_webhook"]);
    }
    const signedOnce = { path: webhook, form: [...form, ["Body", "b"]] as [string, string][] };
    const first = await product.hook({ ...signedOnce, signedForm: form });
    expect(await refusal(first)).toEqual([403, "bad_signature"]);
    expect(product.database.trips).toEqual([]);
  });

  test.each(["MessageSid", "From", "To"])("without %s is refused, not stored", async (name) => {
    const product = aProduct();
    const form = inboundForm({ from: aMobile(), body: "Hallo" });
    for (const changed of [{ ...form, [name]: "" }, without(form, name)]) {
      const answer = await product.hook({ path: webhook, form: changed });
      expect(await refusal(answer)).toEqual([400, "malformed_webhook"]);
    }
    expect(product.database.trips).toEqual([]);
  });

  test("with strange field names and values is stored as text and pollutes nothing (W14)", async () => {
    const product = aProduct();
    const body = "'); DROP TABLE messages;-- \u0000 \u202E ${7*7} {{constructor}} <img src=x>";
    const answer = await product.hook({
      path: webhook,
      form: {
        ...inboundForm({ from: aMobile(), body }),
        __proto__x: "1",
        "__proto__.x": "1",
        "constructor.prototype.x": "1",
        [`a${".b".repeat(20_000)}`]: "1",
      },
    });
    expect(answer.status).toBe(200);
    expect("x" in {}).toBe(false);
    const [stored] = (await onlyConversation(product)).messages;
    expect(stored?.content).toBe(body);
  });

  test("keeps a picture message, and how many pictures there were", async () => {
    const product = aProduct();
    await product.text(aMobile(), "", { media: 3 });
    const { messages } = await onlyConversation(product);
    expect(messages).toMatchObject([{ content: "", media_count: 3 }]);
    for (const media of ["-1", "1e9", "two", "1.5"])
      await product.hook({
        path: webhook,
        form: { ...inboundForm({ from: aMobile(), body: media }), NumMedia: media },
      });
    const counts = await rows<{ media_count: number }>(
      "SELECT media_count FROM messages WHERE content <> '' ORDER BY seq",
    );
    expect(counts.map((row) => row.media_count)).toEqual([0, 100, 0, 0]);
  });

  test("leaves no number and no text in the logs", async () => {
    const product = aProduct();
    const from = aMobile();
    const form = inboundForm({ from, body: "canary-text" });
    await product.hook({ path: webhook, form });
    await product.hook({ path: webhook, form, signature: "wrong" });
    product.database.before = async () => {
      throw new Error(`D1_ERROR: at offset 3: canary-text ${from}`);
    };
    await product.hook({ path: webhook, form });
    await product.report("msg_01940000-0000-7000-8000-000000000000", {
      sid: aSid(),
      status: "sent",
    });
    const said = product.logs.filter(({ event }) => event !== "request_failed");
    expect(JSON.stringify(said)).not.toContain(from);
    expect(JSON.stringify(said)).not.toContain("canary");
  });
});

const without = (form: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));

describe("a body over 64 KiB", () => {
  const signed = async (bytes: number) => {
    const form = inboundForm({ from: aMobile(), body: "" });
    const overhead = new URLSearchParams(form).toString().length;
    return aWebhook({ path: webhook, form: { ...form, Body: "a".repeat(bytes - overhead) } });
  };

  test("is refused before it is parsed, one that just fits is not (W13)", async () => {
    const product = aProduct();
    const fits = await product.ask(await signed(65_536));
    expect(fits.status).toBe(200);
    const trips = product.database.trips.length;
    const over = await product.ask(await signed(65_537));
    expect(await refusal(over)).toEqual([413, "body_too_large"]);
    expect(product.database.trips).toHaveLength(trips);
  });

  test("is read no further than the limit when it is chunked or lies about its length (W13)", async () => {
    for (const headers of [{}, { "content-length": "10" }]) {
      const product = aProduct();
      let pulled = 0;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled += 1;
          if (pulled > 1_000) controller.close();
          else controller.enqueue(new Uint8Array(8_192).fill(97));
        },
      });
      const request = new Request(env.PUBLIC_URL + webhook, { method: "POST", body, headers });
      expect(await refusal(await product.ask(request))).toEqual([413, "body_too_large"]);
      expect(pulled).toBeLessThan(20);
      expect(product.database.trips).toEqual([]);
    }
  });
});

describe("the same text again", () => {
  test("fifty times, also a month later, is one message and one unread (W06)", async () => {
    const product = aProduct();
    const form = inboundForm({ from: aMobile(), body: "Kunt u mij terugbellen?" });
    for (let time = 0; time < 50; time += 1) {
      await product.clock.advance(time < 25 ? 60_000 : 86_400_000);
      expect((await product.hook({ path: webhook, form })).status).toBe(200);
    }
    const one = await onlyConversation(product);
    expect(one.messages).toHaveLength(1);
    expect(one.unread_count).toBe(1);
    expect(await unread(product)).toBe(1);
    expect(one.version).toBe(1);
    expect(await count("contact_points")).toBe(1);
  });

  test.each(["an unknown sender", "a practice"])(
    "fifty times at once from %s is one message and one unread (W07)",
    async (who) => {
      const product = aProduct();
      const from = who === "a practice" ? (await aPractice(product)).mobile : aMobile();
      const form = inboundForm({ from, body: "Dag!" });
      const answers = await Promise.all(
        Array.from({ length: 50 }, () => product.hook({ path: webhook, form })),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      const one = await onlyConversation(product);
      expect(one).toMatchObject({ unread_count: 1, version: 1 });
      expect(one.messages).toHaveLength(1);
      expect(await unread(product)).toBe(1);
    },
  );

  test("that was read stays read when it comes again", async () => {
    const product = aProduct();
    const form = inboundForm({ from: aMobile(), body: "Dag!" });
    await product.hook({ path: webhook, form });
    const { id } = await onlyConversation(product);
    await product.call(`/api/inbox/mark-read/${id}`, { method: "PUT", body: {} });
    await product.hook({ path: webhook, form });
    expect(await unread(product)).toBe(0);
  });

  test("from one sid under two numbers is stored once: the sid decides", async () => {
    const product = aProduct();
    const sid = aSid();
    await product.text(aMobile(), "een", { sid });
    await product.text(aMobile(), "twee", { sid });
    expect((await onlyConversation(product)).messages.map(({ content }) => content)).toEqual([
      "een",
    ]);
    expect(await count("contact_points")).toBe(1);
  });
});

describe("different texts at once", () => {
  test.each(["a new number", "a practice that never wrote"])(
    "from %s are one conversation with all of them (W08)",
    async (who) => {
      const product = aProduct();
      const known = who === "a new number" ? null : await aPractice(product);
      const from = known?.mobile ?? aMobile();
      await Promise.all(
        ["1", "2", "3", "4", "5"].map((body) => product.text(from, body, { media: 1 })),
      );
      const one = await onlyConversation(product);
      expect(one).toMatchObject({ practice_id: known?.id ?? null, unread_count: 5, version: 5 });
      expect(one.messages.map(({ content }) => content).toSorted()).toEqual([
        "1",
        "2",
        "3",
        "4",
        "5",
      ]);
      expect(one.last_message?.id).toBe(one.messages.at(-1)?.id);
      expect(await count("contact_points")).toBe(1);
    },
  );

  test("from numbers that differ in one digit or in their country stay apart", async () => {
    const product = aProduct();
    for (const from of ["+32470123456", "+32470123457", "+31470123456", "+3247012345"])
      await product.text(from, from);
    const found = await conversations(product);
    expect(found.map((one) => one.unknown_sender?.address).toSorted()).toEqual([
      "+31470123456",
      "+3247012345",
      "+32470123456",
      "+32470123457",
    ]);
  });
});

describe("when D1 fails", () => {
  test("the webhook is 5xx, Twilio tries again, and the text is stored once", async () => {
    const product = aProduct();
    const from = aMobile();
    let failures = 2;
    product.database.before = async ({ kind }) => {
      if (kind === "batch" && (failures -= 1) >= 0)
        throw new Error("D1_ERROR: Network connection lost.");
    };
    product.simulator.textIn(from, "Nog een plaats vrij?");
    await product.clock.advance(0);
    expect(await count("messages")).toBe(0);
    await product.clock.advance(15_000);
    const answers = product.simulator.wire().map(({ status, note }) => [status, note]);
    expect(answers).toEqual([
      [500, null],
      [500, "retry 1"],
      [200, "retry 2"],
    ]);
    const one = await onlyConversation(product);
    expect(one.messages.map(({ content }) => content)).toEqual(["Nog een plaats vrij?"]);
  });

  test("nothing of a webhook is stored in part", async () => {
    const product = aProduct();
    const before = await census();
    product.database.before = async () => {
      throw new Error("D1_ERROR: Internal error while starting up D1 DB storage");
    };
    const answer = await product.text(aMobile(), "STOP");
    expect(await refusal(answer)).toEqual([500, "internal"]);
    expect(await census()).toEqual(before);
  });

  test("a status is 5xx too, and noted when it comes again", async () => {
    const product = aProduct();
    const { id } = await aPractice(product);
    const sent = await product.call("/api/sms/send", { body: { practice_id: id, content: "Dag" } });
    const { id: message_id } = await read(sent, message, 202);
    const [book] = product.simulator.books();
    if (!book) throw new Error("nothing was sent");
    product.database.before = async () => {
      throw new Error("D1_ERROR: Network connection lost.");
    };
    const report = { sid: book.sid, status: "delivered" };
    expect((await product.report(message_id, report)).status).toBe(500);
    product.database.before = async () => {};
    expect((await product.report(message_id, report)).status).toBe(204);
    expect(await rows("SELECT status FROM messages")).toEqual([{ status: "delivered" }]);
  });
});

describe("a status webhook", () => {
  test("is answered 204 without a body, also when it means nothing to us (W09)", async () => {
    const product = aProduct();
    const unknown = "msg_01940000-0000-7000-8000-000000000000";
    for (const id of [unknown, "", "msg_x", "'; DROP TABLE messages;--"]) {
      const answer = await product.report(encodeURIComponent(id), {
        sid: aSid(),
        status: "delivered",
      });
      expect(answer.status).toBe(204);
      expect(await answer.text()).toBe("");
    }
    const strange = await product.report(unknown, { sid: aSid(), status: "teleported" });
    expect(strange.status).toBe(204);
    expect(await count("messages")).toBe(0);
    expect(product.logs.map(({ event }) => event)).toEqual(
      Array.from({ length: 5 }, () => "status_without_effect"),
    );
  });
});

describe("who asks to be left alone", () => {
  const words = {
    Dutch: ["stop", "Stoppen", "STOPPEN!", "Uitschrijven", "afmelden.", "schrijf uit", "Stop SMS"],
    French: [
      "arret",
      "Arrêt",
      "ARRÊT !",
      "arre\u0302t",
      "arrêter",
      "Arrêtez.",
      "désinscrire",
      "DÉSINSCRIRE",
      "désinscription",
      "me désinscrire",
      "Désabonner",
      "« stop »",
    ],
    German: ["stopp", "Abmelden", "ABBESTELLEN", "austragen…"],
    English: [
      "STOP",
      "stop.",
      "Stop!!",
      ' "Stop" ',
      "*STOP*",
      "stop\n",
      "stop 🛑",
      "ＳＴＯＰ",
      "unsubscribe",
      "Unsubscribe.",
      "STOPALL",
      "stop all",
      "End",
      "quit",
      "Cancel",
      "revoke",
      "optout",
      "Opt-Out",
      "opt out",
    ],
  };

  test.each(Object.entries(words))("in %s is not written to any more (I10)", async (_, list) => {
    for (const word of list) {
      const product = aProduct();
      const one = await aPractice(product);
      await product.text(one.mobile, word);
      expect(await isOptedOut(product, one.id), word).toEqual([true]);
      const answer = await product.call("/api/sms/send", {
        body: { practice_id: one.id, content: "Toch nog iets" },
      });
      expect(await refusal(answer)).toEqual([422, "opted_out"]);
      expect(product.simulator.books()).toEqual([]);
      const { messages } = await read(
        await product.call(
          `/api/inbox/conversation/${(await read(await product.call(`/api/practices/${one.id}`), practice)).conversation_id}`,
        ),
        conversation,
      );
      expect(messages.map(({ content }) => content)).toEqual([word]);
    }
  });

  test.each([
    "I can't stop recommending you",
    "bushalte stop 5",
    "non stop open",
    "We stoppen om 18u",
    "Graag afmelden voor de cursus van dinsdag",
    "stop niet",
    "arrêt de bus en face",
    "Ich möchte mich nicht abmelden",
    "weekend",
    "the end",
    "stopcontact",
    "nonstop",
    "cancel my appointment please",
    "",
    "🙂",
    "ja",
  ])("is not whoever merely writes %j (D05)", async (text) => {
    const product = aProduct();
    const one = await aPractice(product);
    await product.text(one.mobile, text);
    expect(await isOptedOut(product, one.id)).toEqual([false]);
  });

  test("is blocked before he is linked, and stays so in the practice he is linked to", async () => {
    const product = aProduct();
    const from = aMobile();
    await product.text(from, "STOP");
    const one = await aPractice(product, {
      contact_points: [{ channel: "sms", address: `0${from.slice(3)}` }],
    });
    expect(await isOptedOut(product, one.id)).toEqual([true]);
  });

  test.each(["START", "start", "Unstop!"])(
    "may be written to again after %s (D08)",
    async (word) => {
      const product = aProduct();
      const one = await aPractice(product);
      await product.text(one.mobile, "STOP");
      await product.text(one.mobile, word);
      expect(await isOptedOut(product, one.id)).toEqual([false]);
      const answer = await product.call("/api/sms/send", {
        body: { practice_id: one.id, content: "Welkom terug" },
      });
      expect(answer.status).toBe(202);
      expect(await count("suppressions WHERE lifted_at IS NOT NULL")).toBe(1);
      await product.text(one.mobile, "stop");
      expect(await isOptedOut(product, one.id)).toEqual([true]);
    },
  );

  test("and then writes may get a colleague's answer, though not a machine's, and no more after a next STOPPEN", async () => {
    const product = aProduct();
    const { mobile } = await aPractice(product);
    await product.text(mobile, "STOPPEN");
    const { id: conversation_id } = await onlyConversation(product);
    const reply = { conversation_id, channel: "sms", content: "Dat kan." };
    const answer = (as: "agent" | "key:agent") =>
      product.call("/api/inbox/reply", { as, body: reply });
    expect(await refusal(await answer("agent"))).toEqual([422, "opted_out"]);
    await product.text(mobile, "Toch nog een vraag: is morgen mogelijk?");
    expect(await refusal(await answer("key:agent"))).toEqual([422, "opted_out"]);
    expect((await answer("agent")).status).toBe(202);
    expect(product.simulator.books()).toMatchObject([{ to: mobile, body: "Dat kan." }]);
    await product.text(mobile, "stoppen");
    expect(await refusal(await answer("agent"))).toEqual([422, "opted_out"]);
    expect(product.simulator.books()).toHaveLength(1);
  });

  test.each(["STOP", "STOP, STOPPEN", "STOPPEN, STOP"])(
    "with a word the carrier blocks on gets no answer, also when he writes again: %s",
    async (stops) => {
      const product = aProduct();
      const { mobile } = await aPractice(product);
      for (const stop of stops.split(", ")) await product.text(mobile, stop);
      await product.text(mobile, "Toch nog een vraag");
      const { id: conversation_id } = await onlyConversation(product);
      const answer = await product.call("/api/inbox/reply", {
        body: { conversation_id, channel: "sms", content: "Dat kan." },
      });
      expect(await refusal(answer)).toEqual([422, "opted_out"]);
      expect(product.simulator.books()).toEqual([]);
    },
  );

  test("is on the list by a keyed hash: no number stands there, and the text that did it is named", async () => {
    const product = aProduct();
    const { mobile } = await aPractice(product);
    await product.text(mobile, "STOP");
    const [row] = await rows("SELECT * FROM suppressions");
    expect(row).toMatchObject({ channel: "sms", source: "carrier", lifted_at: null });
    expect(JSON.stringify(row)).not.toContain(mobile.slice(3));
    expect(row?.["address_hash"]).toMatch(/^[0-9a-f]{64}$/);
    const [stored] = await rows("SELECT id FROM messages");
    expect(row?.["message_id"]).toBe(stored?.["id"]);
  });

  test("by a text that comes ten times at once is on the list once", async () => {
    const product = aProduct();
    const { mobile } = await aPractice(product);
    const form = inboundForm({ from: mobile, body: "Stop" });
    await Promise.all(Array.from({ length: 10 }, () => product.hook({ path: webhook, form })));
    expect(await count("suppressions")).toBe(1);
    await product.text(mobile, "START");
    await product.hook({ path: webhook, form });
    expect(await count("suppressions WHERE lifted_at IS NULL")).toBe(0);
  });
});
