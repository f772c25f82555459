import { expect, test } from "vitest";
import { z } from "zod";
import { laboratory, messages, ours, read, service_sid, theirs } from "./laboratory.ts";
import { openApi } from "./open-api.ts";

const api = openApi("twilio_api_v2010");
const pricing = openApi("twilio_pricing_v1");
const root = "/2010-04-01/Accounts/{AccountSid}/Messages";

const sidOf = async (answer: Response) => (await read(answer, z.object({ sid: z.string() }))).sid;

test("a created message is described as Twilio describes it, by number and by service", async () => {
  const { send } = laboratory();
  const byNumber = await send();
  expect(byNumber.status).toBe(201);
  expect(await api.mismatches(`${root}.json`, "post", byNumber)).toEqual([]);
  expect(await byNumber.json()).toMatchObject({
    status: "queued",
    num_segments: "1",
    num_media: "0",
    price: null,
    error_code: null,
    date_sent: null,
  });
  const byService = await send({ From: "", MessagingServiceSid: service_sid });
  expect(await api.mismatches(`${root}.json`, "post", byService)).toEqual([]);
  expect(await byService.json()).toMatchObject({
    status: "accepted",
    from: null,
    num_segments: "0",
    messaging_service_sid: service_sid,
  });
});

test("a message keeps Twilio's shape from queued to priced and redacted", async () => {
  const { send, get, post, clock } = laboratory();
  const path = `${messages}/${await sidOf(await send())}.json`;
  for (const ms of [0, 700, 2_000, 5_000]) {
    await clock.advance(ms);
    expect(await api.mismatches(`${root}/{Sid}.json`, "get", await get(path))).toEqual([]);
  }
  expect(await (await get(path)).json()).toMatchObject({
    status: "delivered",
    price: "-0.11130",
    price_unit: "USD",
  });
  const redacted = await post(path, { Body: "" });
  expect(await api.mismatches(`${root}/{Sid}.json`, "post", redacted)).toEqual([]);
  expect(await redacted.json()).toMatchObject({ body: "" });
});

test("a failed message carries its code as a number", async () => {
  const { send, get, clock, simulator } = laboratory();
  simulator.setPhoneFaults(theirs, [{ fault: "unreachable" }]);
  const path = `${messages}/${await sidOf(await send())}.json`;
  await clock.advance(10_000);
  const failed = await get(path);
  expect(await api.mismatches(`${root}/{Sid}.json`, "get", failed)).toEqual([]);
  expect(await failed.json()).toMatchObject({ status: "undelivered", error_code: 30003 });
});

test("the list of messages and its pages are described as Twilio describes them", async () => {
  const { send, get, simulator } = laboratory();
  simulator.textIn(theirs, "Dag");
  await send();
  for (const query of ["", "?PageSize=1", `?To=${encodeURIComponent(ours)}`])
    expect(
      await api.mismatches(`${root}.json`, "get", await get(`${messages}.json${query}`)),
    ).toEqual([]);
});

test("a message without media has an empty media list", async () => {
  const { send, get } = laboratory();
  const list = await get(`${messages}/${await sidOf(await send())}/Media.json`);
  expect(await api.mismatches(`${root}/{MessageSid}/Media.json`, "get", list)).toEqual([]);
  expect(await list.json()).toMatchObject({ media_list: [] });
});

test.each(["SM00000000000000000000000000000000", "constructor"])(
  "a message that does not exist, such as %s, is Twilio's own 404",
  async (sid) => {
    const { get } = laboratory();
    const answer = await get(`${messages}/${sid}.json`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 20404, status: 404 });
  },
);

test("a deleted message is gone, but not before it has arrived", async () => {
  const { send, get, call, clock } = laboratory();
  const path = `${messages}/${await sidOf(await send())}.json`;
  expect((await call(path, { method: "DELETE" })).status).toBe(409);
  await clock.advance(10_000);
  expect((await call(path, { method: "DELETE" })).status).toBe(204);
  expect((await get(path)).status).toBe(404);
});

test("Belgium's prices are described as Twilio describes them", async () => {
  const { get } = laboratory();
  const answer = await get("/v1/Messaging/Countries/BE");
  const path = "/v1/Messaging/Countries/{IsoCountry}";
  expect(await pricing.mismatches(path, "get", answer)).toEqual([]);
  expect(await answer.json()).toMatchObject({
    iso_country: "BE",
    outbound_sms_prices: expect.arrayContaining([
      expect.objectContaining({
        carrier: "Proximus",
        prices: [{ number_type: "mobile", base_price: "0.1113", current_price: "0.1113" }],
      }),
    ]),
  });
});

test("only the account's own credentials open the door", async () => {
  const { call, get } = laboratory();
  const key = `Basic ${btoa("SK00000000000000000000000000000001:a-secret")}`;
  expect((await call(`${messages}.json`, { headers: { authorization: key } })).status).toBe(200);
  const wrong = `Basic ${btoa("SK00000000000000000000000000000001:other")}`;
  const refused = await call(`${messages}.json`, { headers: { authorization: wrong } });
  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: 20003, status: 401 });
  const other = messages.replace("0001/Messages", "0002/Messages");
  expect((await get(`${other}.json`)).status).toBe(404);
});
