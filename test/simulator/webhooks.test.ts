import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { laboratory, options, ours, read, service_sid, theirs } from "./laboratory.ts";
import { signature } from "./twilio/signature.ts";

const vectors = z
  .array(
    z.object({
      name: z.string(),
      authToken: z.string(),
      signedUrl: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullable(),
      signature: z.string(),
    }),
  )
  .parse(
    JSON.parse(
      readFileSync(new URL("../openapi/twilio_signature_vectors.json", import.meta.url), "utf8"),
    ),
  );

test.each(vectors)("signs as Twilio does: $name", async (vector) => {
  const params = Object.entries(vector.params ?? {}).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value]),
  );
  expect(await signature(vector.authToken, vector.signedUrl, params)).toBe(vector.signature);
});

test("a text reaches the webhook signed, and the fragment neither travels nor counts", async () => {
  const { simulator, clock, received } = laboratory();
  simulator.textIn(theirs, "Ja, graag à 16 u");
  await clock.advance(0);
  const [call] = received;
  expect(call?.url).toBe("https://product.test/api/sms/webhook");
  expect(call?.form).toMatchObject({
    From: theirs,
    To: ours,
    Body: "Ja, graag à 16 u",
    SmsStatus: "received",
    NumMedia: "0",
    NumSegments: "1",
    FromCountry: "BE",
  });
  expect(call?.headers["x-twilio-signature"]).toBe(
    await signature(options.auth_token, call?.url ?? "", call?.params ?? []),
  );
});

test("statuses are called back in order, and never the first", async () => {
  const { send, clock, statuses, received } = laboratory();
  await send();
  await clock.advance(0);
  expect(statuses()).toEqual([]);
  await clock.advance(10_000);
  expect(statuses()).toEqual(["sent", "delivered"]);
  expect(received[0]?.url).toBe("https://product.test/status?m=1");
  expect(received[1]?.form["RawDlrDoneDate"]).toMatch(/^\d{10}$/);
});

test("through a service the first callback is queued, with the sender filled in", async () => {
  const { send, clock, statuses, received } = laboratory();
  await send({ From: "", MessagingServiceSid: service_sid });
  await clock.advance(10_000);
  expect(statuses()).toEqual(["queued", "sent", "delivered"]);
  expect(received[0]?.form).toMatchObject({ From: ours, MessagingServiceSid: service_sid });
});

test("a scheduled message waits, and canceling it is called back", async () => {
  const { send, post, clock, statuses, simulator } = laboratory();
  const SendAt = new Date(clock.now() + 3_600_000).toISOString();
  const form = { From: "", MessagingServiceSid: service_sid, ScheduleType: "fixed", SendAt };
  const scheduled = z.object({ sid: z.string(), status: z.string(), uri: z.string() });
  const { sid, status, uri } = await read(await send(form), scheduled);
  expect(status).toBe("scheduled");
  await clock.advance(1_800_000);
  expect(statuses()).toEqual([]);
  expect((await post(uri, { Status: "canceled" })).status).toBe(200);
  await clock.advance(7_200_000);
  expect(statuses()).toEqual(["canceled"]);
  expect(simulator.books().find((message) => message.sid === sid)?.status).toBe("canceled");
});

test("a failing webhook is tried again with the same token, as often as the URL allows", async () => {
  const { simulator, clock, received, answerWith } = laboratory();
  answerWith(() => new Response(null, { status: 503 }));
  simulator.textIn(theirs, "Dag");
  await clock.advance(60_000);
  expect(received).toHaveLength(6);
  expect(new Set(received.map(({ headers }) => headers["i-twilio-idempotency-token"])).size).toBe(
    1,
  );
});

test("all attempts together stay within fifteen seconds", async () => {
  const { simulator, clock, received, answerWith } = laboratory();
  answerWith(() => {
    clock.spend(4_000);
    return new Response(null, { status: 503 });
  });
  simulator.textIn(theirs, "Dag");
  await clock.advance(60_000);
  expect(received).toHaveLength(4);
  expect((received.at(-1)?.at ?? 0) - (received[0]?.at ?? 0)).toBeLessThan(15_000);
});

const policies: [fragment: string, answer: () => Response | Error, attempts: number][] = [
  ["", () => new Response(null, { status: 500 }), 1],
  ["", () => new TypeError("connection refused"), 2],
  ["", () => new DOMException("too late", "TimeoutError"), 1],
  ["#rc=2&rp=5xx", () => new Response(null, { status: 500 }), 3],
  ["#rc=2&rp=5xx", () => new Response(null, { status: 404 }), 1],
  ["#rc=2&rp=4xx,rt", () => new Response(null, { status: 404 }), 3],
  ["#rc=2&rp=4xx,rt", () => new DOMException("too late", "TimeoutError"), 3],
  ["#rc=9&rp=all", () => new Response(null, { status: 500 }), 2],
  ["#rc=0&rp=all", () => new Response(null, { status: 500 }), 1],
];

test.each(policies)("a callback with %j and %s is tried %i times", async (...row) => {
  const [fragment, answer, attempts] = row;
  const { send, clock, received, answerWith, simulator } = laboratory();
  simulator.setProviderFaults([{ fault: "callbacks_held" }]);
  await send({ StatusCallback: `https://product.test/status${fragment}` });
  await clock.advance(10_000);
  answerWith(answer);
  simulator.release(
    simulator
      .held()
      .slice(0, 1)
      .map(({ id }) => id),
  );
  await clock.advance(60_000);
  expect(received).toHaveLength(attempts);
});

test("what was still under way continues after a restart", async () => {
  const before = laboratory();
  await before.send();
  before.simulator.textIn(theirs, "Dag");
  const saved: unknown = JSON.parse(JSON.stringify(before.simulator.state()));
  const after = laboratory(saved);
  await after.clock.advance(10_000);
  expect(after.statuses()).toEqual([undefined, "sent", "delivered"]);
  expect(after.simulator.phones()).toHaveLength(1);
  expect(Object.keys(after.simulator.state().jobs)).toEqual([]);
});
