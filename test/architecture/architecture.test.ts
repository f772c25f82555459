import { expect, test } from "vitest";
import { danglingPaths } from "./cited-paths.ts";
import {
  beyondContracts,
  circular,
  fromTests,
  homeless,
  neighbours,
  outsideWorld,
  uphill,
} from "./rules.ts";
import { allPaths, read, sourceFiles } from "./source-files.ts";

const files = sourceFiles();
const paths = allPaths();
const prose = paths.filter((path) => /\.(md|toml|sql)$|^NOTICE$|^\.dev\.vars\.example$/.test(path));

const rules = {
  "imports in the Worker go downhill": uphill,
  "every file of the Worker has a room": homeless,
  "no imports go round in a circle": circular,
  "the browser knows the contracts and the type of the API, nothing else": beyondContracts,
  "features do not import each other": neighbours,
  "production code does not know the tests": fromTests,
  "time, chance, network and log come in through ctx": outsideWorld,
};

test.each(Object.entries(rules))("%s", (_, rule) => {
  expect(rule(files)).toEqual([]);
});

test("every path that prose or a comment cites is there", () => {
  expect(danglingPaths([...files, ...read(prose)], paths)).toEqual([]);
});

// Each rule is shown a defect: a rule that sees nothing would let everything pass.
const defect = (path: string, text: string) => ({ path, text });

test.each([
  [uphill, defect("worker/db/a.ts", `import type { Ctx } from "../context/context.ts";`)],
  [uphill, defect("worker/http/a.ts", `type A = import("../team/a.ts").A;`)],
  [uphill, defect("worker/live/a.ts", `export * from "../../durable-objects/inbox.ts";`)],
  [homeless, defect("worker/helpers/a.ts", "")],
  [beyondContracts, defect("frontend/src/a.ts", `import { a } from "../../worker/db/a.ts";`)],
  [beyondContracts, defect("frontend/src/a.ts", `import { app } from "../../worker/app.ts";`)],
  [neighbours, defect("frontend/src/features/sms/a.ts", `import { a } from "../inbox/a.ts";`)],
  [fromTests, defect("durable-objects/a.ts", `const a = await import("../test/builders/a.ts");`)],
  [outsideWorld, defect("worker/inbox/a.ts", "export const at = () => Date.now();")],
  [outsideWorld, defect("worker/inbox/a.ts", "export const at = new Date();")],
  [outsideWorld, defect("worker/inbox/a.ts", "export const a = () => fetch(url);")],
  [outsideWorld, defect("durable-objects/a.ts", "console.log(1);")],
] as const)("%o sees the defect in %o", (rule, file) => {
  expect(rule([file])).toHaveLength(1);
});

test("a circle is found, and told once", () => {
  const a = defect("worker/db/a.ts", `import { b } from "./b.ts";`);
  const b = defect("worker/db/b.ts", `import { a } from "./a.ts";`);
  expect(circular([a, b])).toEqual(["worker/db/a.ts → worker/db/b.ts → worker/db/a.ts"]);
});

test("what may be done is not refused", () => {
  const allowed = [
    defect("worker/context/a.ts", "export const now = () => Date.now();"),
    defect("durable-objects/a.ts", "export const now = () => Date.now();"),
    defect("worker/team/a.ts", `import { a } from "#contracts/team.ts";`),
    defect("frontend/src/a.ts", `import type { AppType } from "../../worker/app.ts";`),
  ];
  for (const rule of Object.values(rules)) expect(rule(allowed)).toEqual([]);
});

test("a path that is not there is found in comments and in prose", () => {
  const dangling = (path: string, text: string) =>
    danglingPaths([defect(path, text)], ["worker/inbox/list.ts"]);
  expect(dangling("worker/a.ts", "// see worker/inbox/gone.ts\n")).toHaveLength(1);
  expect(dangling("README.md", "The rules are in `worker/gone`.")).toHaveLength(1);
  expect(dangling("worker/a.ts", "// as list.ts does\nconst a = 'gone.ts';")).toEqual([]);
});
