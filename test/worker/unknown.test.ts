import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { message } from "#contracts/messages.ts";
import { aPractice } from "../builders/a-practice.ts";
import { aProduct, type Product } from "../builders/a-product.ts";
import { read } from "../builders/read.ts";
import { rows, run } from "../builders/rows.ts";

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

const minute_ms = 60_000;

const sms = async (product: Product, practice_id: number, content = "Goeiemorgen") => {
  const answer = await product.call("/api/sms/send", { body: { practice_id, content } });
  return (await read(answer, message, 202)).id;
};

/** A text that Twilio took in, whose answer and callbacks got lost. */
const lost = async (product: Product, practice_id: number, content?: string) => {
  product.simulator.setProviderFaults([
    { fault: "connection_lost", chance: 1 },
    { fault: "callbacks_dropped", chance: 1 },
  ]);
  const id = await sms(product, practice_id, content);
  product.simulator.setProviderFaults([{ fault: "callbacks_dropped", chance: 1 }]);
  return id;
};

const stored = async (id: string) => {
  const [row] = await rows<{
    status: string;
    provider_id: string | null;
    looked_at: number | null;
    looks_like: number | null;
    due_at: number | null;
  }>("SELECT * FROM messages WHERE id = ?", id);
  return row;
};

const after = async (product: Product, ms: number) => {
  await product.clock.advance(ms);
  await product.cron();
};

describe("an unknown text", () => {
  test("is found in Twilio's list after two minutes and gets the state it has there", async () => {
    const product = aProduct();
    const { id: practice } = await aPractice(product);
    const id = await lost(product, practice);
    await after(product, minute_ms);
    expect(await stored(id)).toMatchObject({ status: "unknown", looked_at: null });
    await after(product, minute_ms);
    const [taken] = product.simulator.books();
    expect(await stored(id)).toMatchObject({ status: "delivered", provider_id: taken?.sid });
    expect(product.calls).toHaveLength(1);
  });

  test("that Twilio never got is looked for four times, never sent again, and shows what was found", async () => {
    const product = aProduct();
    const { id: practice } = await aPractice(product);
    product.simulator.setProviderFaults([{ fault: "error_before_creating", chance: 1 }]);
    const id = await sms(product, practice);
    product.simulator.setProviderFaults([]);
    const looks: (number | null | undefined)[] = [];
    for (const minutes of [2, 3, 10, 45, 600]) {
      await after(product, minutes * minute_ms);
      looks.push((await stored(id))?.looked_at);
    }
    expect(new Set(looks).size).toBe(4);
    expect(await stored(id)).toMatchObject({ status: "unknown", looks_like: 0, due_at: null });
    expect(product.calls).toHaveLength(1);
    expect(product.simulator.books()).toHaveLength(0);
  });

  test("is not bound when two in the list fit it", async () => {
    const product = aProduct();
    const { id: practice, mobile } = await aPractice(product);
    const id = await lost(product, practice);
    await product.simulator.fetch(
      new Request(
        `${env.TWILIO_API_URL}/2010-04-01/Accounts/${env.TWILIO_ACCOUNT_SID}/Messages.json`,
        {
          method: "POST",
          headers: {
            authorization: `Basic ${btoa(`${env.TWILIO_ACCOUNT_SID}:${env.TWILIO_AUTH_TOKEN}`)}`,
          },
          body: new URLSearchParams({
            To: mobile,
            From: env.TWILIO_PHONE_NUMBER,
            Body: "Goeiemorgen",
          }),
        },
      ),
    );
    await after(product, 2 * minute_ms);
    expect(await stored(id)).toMatchObject({ status: "unknown", looks_like: 2 });
  });

  test("does not take what belongs to another message of ours", async () => {
    const product = aProduct();
    const { id: practice } = await aPractice(product);
    product.simulator.setProviderFaults([{ fault: "error_before_creating", chance: 1 }]);
    const id = await sms(product, practice);
    product.simulator.setProviderFaults([]);
    const other = await sms(product, practice);
    await after(product, 2 * minute_ms);
    expect(await stored(id)).toMatchObject({ status: "unknown", looks_like: 0 });
    expect(await stored(other)).toMatchObject({ status: "delivered" });
  });

  test("is not bound when it has a twin that fits as well", async () => {
    const product = aProduct();
    const { id: practice } = await aPractice(product);
    product.simulator.setProviderFaults([{ fault: "error_before_creating", chance: 1 }]);
    const first = await sms(product, practice);
    const second = await lost(product, practice);
    await after(product, 2 * minute_ms);
    expect(await stored(first)).toMatchObject({ status: "unknown", looks_like: 1 });
    expect(await stored(second)).toMatchObject({ status: "unknown", looks_like: 1 });
  });

  test("is not bound to the same words said at another time", async () => {
    const product = aProduct();
    const { id: practice } = await aPractice(product);
    const earlier = await sms(product, practice);
    await run("UPDATE messages SET provider_id = NULL, status = 'skipped' WHERE id = ?", earlier);
    await product.clock.advance(10 * minute_ms);
    product.simulator.setProviderFaults([{ fault: "error_before_creating", chance: 1 }]);
    const id = await sms(product, practice);
    product.simulator.setProviderFaults([]);
    await after(product, 2 * minute_ms);
    expect(await stored(id)).toMatchObject({ status: "unknown", looks_like: 0 });
  });

  test("is looked for again at the next tick when the list does not answer", async () => {
    const product = aProduct();
    const { id: practice } = await aPractice(product);
    const id = await lost(product, practice);
    const { answer } = product.provider;
    product.provider.answer = async () => new Response("", { status: 500 });
    await after(product, 2 * minute_ms);
    expect(await stored(id)).toMatchObject({ status: "unknown", looked_at: null });
    product.provider.answer = answer;
    await after(product, minute_ms);
    expect(await stored(id)).toMatchObject({ status: "delivered" });
  });

  test("tells its reader when it was looked for and how many fitted", async () => {
    const product = aProduct();
    const { id: practice } = await aPractice(product);
    product.simulator.setProviderFaults([{ fault: "error_before_creating", chance: 1 }]);
    await sms(product, practice);
    await after(product, 2 * minute_ms);
    const history = await product.call(`/api/sms/history/${practice}`);
    expect(await history.json()).toMatchObject({
      items: [{ status: "unknown", looked: { at: expect.any(String), found: 0 } }],
    });
  });
});
