import { expect, test } from "vitest";
import { laboratory, ours, service_sid, theirs } from "./laboratory.ts";

const refused: [what: string, form: Record<string, string>, code: number][] = [
  ["no recipient", { To: "" }, 21604],
  ["no sender", { From: "" }, 21603],
  ["no text", { Body: "" }, 21602],
  ["a text of 1601 characters", { Body: "a".repeat(1601) }, 21617],
  ["a callback that is no URL", { StatusCallback: "nowhere" }, 21609],
  ["a callback host with an underscore", { StatusCallback: "https://a_b.test/" }, 21609],
  ["a recipient that is no number", { To: "0470 00 00 14" }, 21211],
  ["a recipient that is a word", { To: "constructor" }, 21211],
  ["a recipient that is the sender", { To: ours }, 21266],
  ["a region without permission", { To: "+12025550123" }, 21408],
  ["a landline", { To: "+3225550100" }, 21614],
  ["a sender that is no number", { From: "0460" }, 21212],
  ["a sender of somebody else", { From: "+32460999999" }, 21606],
  ["an unknown service", { From: "", MessagingServiceSid: `MG${"f".repeat(32)}` }, 21705],
  ["magic recipient 1", { To: "+15005550001" }, 21211],
  ["magic recipient 2", { To: "+15005550002" }, 21612],
  ["magic recipient 3", { To: "+15005550003" }, 21408],
  ["magic recipient 4", { To: "+15005550004" }, 21610],
  ["magic recipient 9", { To: "+15005550009" }, 21614],
  ["magic sender 1", { From: "+15005550001" }, 21212],
  ["magic sender 7", { From: "+15005550007" }, 21606],
  ["magic sender 8", { From: "+15005550008" }, 21611],
];

test.each(refused)("%s is refused and leaves no message behind", async (_what, form, code) => {
  const { send, simulator } = laboratory();
  const answer = await send(form);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    code,
    message: expect.any(String),
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status: 400,
  });
  expect(simulator.books()).toEqual([]);
});

test("after STOP nothing is accepted until the phone says START", async () => {
  const { send, simulator, clock, received } = laboratory();
  simulator.textIn(theirs, " stop ");
  await clock.advance(100);
  expect(received.at(-1)?.form["Body"]).toBe(" stop ");
  const blocked = await send();
  expect(blocked.status).toBe(400);
  expect(await blocked.json()).toMatchObject({ code: 21610 });
  simulator.textIn(theirs, "Stuur mij niets meer, start niet opnieuw");
  expect((await send()).status).toBe(400);
  simulator.textIn(theirs, "UNSTOP");
  expect((await send()).status).toBe(201);
});

test("through a service an opt-out shows only after the message was taken", async () => {
  const { send, simulator, clock, received } = laboratory();
  simulator.textIn(theirs, "STOP");
  expect((await send({ From: "", MessagingServiceSid: service_sid })).status).toBe(201);
  await clock.advance(5_000);
  expect(received.at(-1)?.form).toMatchObject({ MessageStatus: "failed", ErrorCode: "21610" });
});

test("Twilio confirms an opt-out once, on the phone and not in the books", () => {
  const { simulator } = laboratory();
  simulator.textIn(theirs, "STOP");
  simulator.textIn(theirs, "STOP");
  const replies = simulator.messages().filter(({ direction }) => direction === "outbound-reply");
  expect(replies).toHaveLength(1);
  expect(simulator.books()).toEqual([]);
});
