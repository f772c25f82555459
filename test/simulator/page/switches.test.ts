import { expect, test } from "vitest";
import { activeFault } from "../core/faults.ts";
import { choose, chosen, unusual } from "./client/behaviour.js";
import { pageRoutes } from "./routes.ts";
import { languages, words } from "./words.ts";

const answers = ["normal", "too_many_requests", "connection_lost"] as const;
const callbacks = ["normal", "callbacks_twice"] as const;
const twice = { fault: "callbacks_twice", chance: 1 } as const;
const busy = { fault: "too_many_requests", chance: 1 } as const;

test("one of a group takes the place of the others and leaves every other group alone", () => {
  const both = choose([twice], answers, "too_many_requests");
  expect(both).toEqual([twice, busy]);
  expect(choose(both, answers, "connection_lost")).toEqual([
    twice,
    { fault: "connection_lost", chance: 1 },
  ]);
  expect(choose(both, answers, "normal")).toEqual([twice]);
});

test("a group in which nothing is switched on is normal, and of two the last one counts", () => {
  expect(chosen([twice], answers)).toBe("normal");
  expect(chosen([twice], callbacks)).toBe("callbacks_twice");
  const lost = { fault: "connection_lost", chance: 0.5 } as const;
  expect(chosen([busy, lost], answers)).toBe("connection_lost");
});

test("what is normal is not reported as switched on", () => {
  expect(unusual([{ fault: "normal", chance: 1 }, twice])).toEqual([twice]);
});

const faults = activeFault.shape.fault.options.filter((fault) => fault !== "normal");

test.each(languages)("whatever can be switched on has a name in %s", (language) => {
  const named = Object.keys(words[language]);
  expect(faults.filter((fault) => !named.includes(`is_${fault}`))).toEqual([]);
});

test("every fault has its switch, in a group that has a name", async () => {
  const page = await (await pageRoutes({ app_url: "http://localhost:8788" }).request("/")).text();
  expect(faults.filter((fault) => !page.includes(`value="${fault}"`))).toEqual([]);
  const groups = page.split("<fieldset").slice(1);
  expect(groups).toHaveLength(3);
  for (const group of groups) expect(group).toMatch(/^[^>]*>\s*<legend>[^<]+<\/legend>/);
});
