import { expect, test } from "vitest";
import { z } from "zod";
import { laboratory, read } from "./laboratory.ts";

const mail = { from: "Spreekuur <a@b.be>", to: "c@d.be", subject: "Aanmelden", text: "https://x" };

function mailing() {
  const { call, clock, simulator } = laboratory();
  const send = (body: object, key?: string, authorization = "Bearer re_key") =>
    call("/emails", {
      method: "POST",
      headers: { authorization, ...(key === undefined ? {} : { "idempotency-key": key }) },
      body: JSON.stringify(body),
    });
  return { send, call, clock, simulator };
}

test("a mail is kept and can be read back by its id", async () => {
  const { send, call, simulator } = mailing();
  const { id } = await read(await send(mail), z.object({ id: z.string() }));
  const found = await call(`/emails/${id}`, { headers: { authorization: "Bearer re_key" } });
  expect(await found.json()).toMatchObject({
    object: "email",
    id,
    to: ["c@d.be"],
    text: "https://x",
  });
  expect(simulator.mailbox()).toHaveLength(1);
});

test("the same key and body give the same answer and one mail, for a day", async () => {
  const { send, simulator, clock } = mailing();
  const first = await (await send(mail, "key")).json();
  expect(await (await send(mail, "key")).json()).toEqual(first);
  expect(simulator.mailbox()).toHaveLength(1);
  await clock.advance(24 * 60 * 60 * 1000);
  expect(await (await send(mail, "key")).json()).not.toEqual(first);
});

test("the same key with another body is refused and sends nothing", async () => {
  const { send, simulator } = mailing();
  await send(mail, "key");
  const refused = await send({ ...mail, subject: "Anders" }, "key");
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({ name: "invalid_idempotent_request" });
  expect(simulator.mailbox()).toHaveLength(1);
});

test.each([
  [{ ...mail, to: [] }, undefined, undefined, 422],
  [{ ...mail, text: undefined }, undefined, undefined, 422],
  [mail, "k".repeat(257), undefined, 400],
  [mail, undefined, "", 401],
  [mail, undefined, "Bearer other", 403],
] as const)("an unusable mail is refused and not kept (%#)", async (body, key, door, status) => {
  const { send, simulator } = mailing();
  expect((await send(body, key, door)).status).toBe(status);
  expect(simulator.mailbox()).toEqual([]);
});
