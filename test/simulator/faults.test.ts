import { expect, test } from "vitest";
import { laboratory, theirs } from "./laboratory.ts";

test("too many requests is answered without taking the message", async () => {
  const { send, simulator } = laboratory();
  simulator.setProviderFaults([{ fault: "too_many_requests" }]);
  const answer = await send();
  expect(answer.status).toBe(429);
  expect(await answer.json()).toMatchObject({ code: 20429, status: 429 });
  expect(simulator.books()).toEqual([]);
});

test("a server error before creating leaves nothing behind, after creating it leaves a message", async () => {
  const { send, simulator, clock, statuses } = laboratory();
  simulator.setProviderFaults([{ fault: "error_before_creating" }]);
  expect((await send()).status).toBe(500);
  expect(simulator.books()).toEqual([]);
  simulator.setProviderFaults([{ fault: "error_after_creating" }]);
  expect((await send()).status).toBe(500);
  await clock.advance(5_000);
  expect(simulator.books()).toHaveLength(1);
  expect(statuses()).toEqual(["sent", "delivered"]);
});

test("a lost connection hides a message that arrives all the same", async () => {
  const { send, simulator, clock, statuses } = laboratory();
  simulator.setProviderFaults([{ fault: "connection_lost" }]);
  await expect(send()).rejects.toThrow();
  await clock.advance(5_000);
  expect(simulator.books()).toHaveLength(1);
  expect(statuses()).toEqual(["sent", "delivered"]);
  expect(simulator.wire()[0]).toMatchObject({ status: null, note: "connection lost" });
});

test("a late answer comes after the message was taken", async () => {
  const { send, simulator, clock } = laboratory();
  simulator.setProviderFaults([{ fault: "late_answer" }]);
  const taken = new Promise((resolve) => simulator.subscribe(resolve));
  let answered = false;
  const answer = send().finally(() => (answered = true));
  await taken;
  await clock.advance(3_900);
  expect(simulator.books()).toHaveLength(1);
  expect(answered).toBe(false);
  await clock.advance(200);
  expect((await answer).status).toBe(201);
});

test("a phone's own behaviour goes before the provider's", async () => {
  const { send, simulator, clock, received } = laboratory();
  simulator.setProviderFaults([{ fault: "unreachable" }]);
  simulator.setPhoneFaults(theirs, [{ fault: "filtered" }]);
  await send();
  await clock.advance(10_000);
  expect(received.at(-1)?.form).toMatchObject({
    MessageStatus: "undelivered",
    ErrorCode: "30007",
  });
});

test("a slow phone takes its time and says sending first", async () => {
  const { send, simulator, clock, statuses } = laboratory();
  simulator.setPhoneFaults(theirs, [{ fault: "slow" }]);
  await send();
  await clock.advance(12_000);
  expect(statuses()).not.toContain("delivered");
  await clock.advance(20_000);
  expect(statuses()).toEqual(["sending", "sent", "delivered"]);
});

test.each([
  ["callbacks_twice", ["sent", "sent", "delivered", "delivered"]],
  ["callbacks_reordered", ["delivered", "sent"]],
  ["callbacks_dropped", []],
] as const)("%s is what the product sees", async (fault, expected) => {
  const { send, simulator, clock, statuses } = laboratory();
  simulator.setProviderFaults([{ fault }]);
  await send();
  await clock.advance(10_000);
  expect(statuses()).toEqual(expected);
});

test("held callbacks wait for a hand and then come in order", async () => {
  const { send, simulator, clock, statuses } = laboratory();
  simulator.setPhoneFaults(theirs, [{ fault: "callbacks_held" }]);
  await send();
  await clock.advance(60_000);
  expect(statuses()).toEqual([]);
  expect(simulator.held()).toHaveLength(2);
  simulator.release(
    simulator
      .held()
      .slice(0, 1)
      .map(({ id }) => id),
  );
  await clock.advance(1);
  expect(statuses()).toEqual(["sent"]);
  simulator.release();
  await clock.advance(1);
  expect(statuses()).toEqual(["sent", "delivered"]);
});

test("a fault with a chance strikes the same requests whenever the seed is the same", async () => {
  const run = async (): Promise<number[]> => {
    const { send, simulator } = laboratory();
    simulator.setProviderFaults([{ fault: "too_many_requests", chance: 0.5 }]);
    const answers = [];
    for (let n = 0; n < 20; n += 1) answers.push((await send()).status);
    return answers;
  };
  const once = await run();
  expect(new Set(once)).toEqual(new Set([201, 429]));
  expect(await run()).toEqual(once);
});
