import { expect, test } from "vitest";
import { z } from "zod";
import { laboratory, read, theirs } from "./laboratory.ts";

const json = (method: string, body: object): RequestInit => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

test("what a phone sends and gets can be read back as its thread", async () => {
  const { call, get, send, clock } = laboratory();
  await send({ Body: "Dag dokter" });
  await clock.advance(5_000);
  const text = await call("/_simulator/texts", json("POST", { from: theirs, body: "JA" }));
  expect(text.status).toBe(201);
  const thread = await get(`/_simulator/phones/${theirs}/messages`);
  expect(await thread.json()).toMatchObject({
    messages: [
      { side: "inbox", body: "Dag dokter", status: "delivered" },
      { side: "practice", body: "JA", status: "received" },
    ],
  });
});

test("a phone appears when somebody texts it, and can be named", async () => {
  const { call, get, send } = laboratory();
  await send();
  await call("/_simulator/phones", json("POST", { address: theirs, name: "Dr. Peeters" }));
  const phones = await get("/_simulator/phones");
  expect(await phones.json()).toMatchObject({
    phones: [{ address: theirs, name: "Dr. Peeters" }],
  });
});

test("behaviour, held callbacks and reset are within reach of a browser test", async () => {
  const { call, get, send, clock, statuses } = laboratory();
  const faults = [{ fault: "callbacks_held" }];
  await call(`/_simulator/phones/${theirs}/behaviour`, json("PUT", { faults }));
  await send();
  await clock.advance(5_000);
  const held = await get("/_simulator/callbacks/held");
  expect(await held.json()).toMatchObject({ held: [{ status: "sent" }, { status: "delivered" }] });
  await call("/_simulator/callbacks/release", json("POST", {}));
  await clock.advance(1);
  expect(statuses()).toEqual(["sent", "delivered"]);
  expect((await call("/_simulator/reset", json("POST", {}))).status).toBe(204);
  expect(await (await get("/_simulator/state")).json()).toMatchObject({ phones: [], messages: [] });
});

test("another site's form cannot reach the controls", async () => {
  const { post, simulator } = laboratory();
  expect((await post("/_simulator/texts", { from: theirs, body: "JA" })).status).toBe(415);
  expect((await post("/_simulator/reset", {})).status).toBe(415);
  expect(simulator.messages()).toEqual([]);
});

test.each([
  { from: "0470", body: "JA" },
  { from: theirs, body: "" },
  { from: theirs, body: "JA", more: 1 },
])("a malformed text is refused (%#)", async (body) => {
  const { call } = laboratory();
  expect((await call("/_simulator/texts", json("POST", body))).status).toBe(422);
});

test("the live stream starts with everything and goes on with each change", async () => {
  const { get, simulator } = laboratory();
  const reader = (await get("/_simulator/events")).body
    ?.pipeThrough(new TextDecoderStream())
    .getReader();
  await reader?.read();
  expect((await reader?.read())?.value).toMatch(/^event: snapshot\n/);
  simulator.textIn(theirs, "Dag");
  expect((await reader?.read())?.value).toMatch(/^event: change\ndata: {"type":"phone"/);
  expect((await reader?.read())?.value).toMatch(/^event: change\ndata: {"type":"message"/);
  await reader?.cancel();
});

test("a mail's page runs nothing and fetches nothing", async () => {
  const { call, get } = laboratory();
  const mail = { from: "a@b.be", to: "c@d.be", subject: "s", html: "<script>alert(1)</script>" };
  const headers = { authorization: "Bearer re_key" };
  const sent = await call("/emails", { method: "POST", headers, body: JSON.stringify(mail) });
  const { id } = await read(sent, z.object({ id: z.string() }));
  const page = await get(`/_simulator/mail/${id}/html`);
  expect(page.headers.get("content-security-policy")).toMatch(/^sandbox .*default-src 'none'/);
});
