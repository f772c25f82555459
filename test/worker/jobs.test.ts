import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { deadLetter } from "#contracts/jobs.ts";
import { pageOf } from "#contracts/pages.ts";
import { aPractice } from "../builders/a-practice.ts";
import { aProduct, type Product } from "../builders/a-product.ts";
import { read, refusal } from "../builders/read.ts";
import { count, rows } from "../builders/rows.ts";

beforeEach(async () => {
  await reset();
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
});

const deadLetters = async (product: Product) =>
  (await read(await product.call("/api/dead-letters", { as: "admin" }), pageOf(deadLetter))).items;

const drive = (product: Product, id: string) =>
  product.call(`/api/dead-letters/${id}/drive`, { as: "admin", method: "POST" });

const aJob = (product: Product) => ({ message_ids: [product.system.newId("msg")] });

describe("a job that its queue gave up", () => {
  test("is shown to an admin with what it was about, why it failed and since when", async () => {
    const product = aProduct();
    const broken = { message_ids: ["no message id"] };
    await product.bring([broken]);
    expect(await deadLetters(product)).toEqual([]);
    await product.bring([broken], "outbound-dead");
    expect(await deadLetters(product)).toMatchObject([
      { queue: "outbound", reason: "ZodError", attempts: 1, message_ids: [] },
    ]);
  });

  test("is one row, however often it fails and is given up", async () => {
    const product = aProduct();
    const job = aJob(product);
    for (const queue of ["outbound-dead", "outbound-dead"]) await product.bring([job], queue);
    expect(await deadLetters(product)).toMatchObject([{ message_ids: job.message_ids }]);
  });

  test("is driven again once, also by two clicks at once, and leaves the list", async () => {
    const product = aProduct();
    await product.bring([aJob(product)], "outbound-dead");
    const [dead] = await deadLetters(product);
    const clicks = await Promise.all([
      drive(product, dead?.id ?? ""),
      drive(product, dead?.id ?? ""),
    ]);
    expect(clicks.map(({ status }) => status).toSorted()).toEqual([202, 404]);
    expect(await deadLetters(product)).toEqual([]);
    expect(await rows("SELECT action FROM audit_log")).toEqual([{ action: "job.drive_again" }]);
  });

  test("is for admins only", async () => {
    const product = aProduct();
    const answer = await product.call("/api/dead-letters", { as: "agent" });
    expect(await refusal(answer)).toEqual([403, "forbidden"]);
  });

  test("does not keep the others of its batch from being done", async () => {
    const product = aProduct();
    const { id: practice_id } = await aPractice(product);
    product.simulator.setProviderFaults([{ fault: "too_many_requests", chance: 1 }]);
    const sent = await product.call("/api/sms/send", { body: { practice_id, content: "Dag" } });
    const { id } = await read(sent, z.looseObject({ id: z.string() }), 202);
    product.simulator.setProviderFaults([]);
    await product.clock.advance(120_000);
    await product.bring([{ message_ids: ["broken"] }, { message_ids: [id] }]);
    expect(await count("messages WHERE status = 'sent'")).toBe(1);
  });

  test("that a later try made good is forgotten after a day", async () => {
    const product = aProduct();
    await product.bring([{ message_ids: ["broken"] }]);
    expect(await count("failed_jobs")).toBe(1);
    await product.clock.advance(25 * 3_600_000);
    await product.cron("17 3 * * *");
    expect(await count("failed_jobs")).toBe(0);
  });
});
