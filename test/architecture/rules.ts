import { cyclesAmong } from "./cycles.ts";
import { floorOf } from "./house.ts";
import { type Import, importsOf } from "./imports.ts";
import type { SourceFile } from "./source-files.ts";
import { type Node, syntaxOf } from "./syntax.ts";

/** What is wrong, each in one line; nothing when the house stands. */
type Rule = (files: readonly SourceFile[]) => string[];

const allImports = (files: readonly SourceFile[]): Import[] => files.flatMap(importsOf);

const isProduction = (path: string) =>
  /^(worker|durable-objects|frontend\/(src|functions))\//.test(path);

export const uphill: Rule = (files) =>
  allImports(files)
    .filter(({ from, to }) => to !== undefined && floorOf(from) >= 0 && floorOf(to) > floorOf(from))
    .map(({ from, to }) => `${from} imports ${to}, which stands above it`);

export const homeless: Rule = (files) =>
  files
    .filter(({ path }) => /^(worker|durable-objects)\//.test(path) && floorOf(path) < 0)
    .map(({ path }) => `${path} is in no room of the house`);

export const circular: Rule = (files) =>
  cyclesAmong(allImports(files.filter(({ path }) => isProduction(path))));

const appType = (edge: Import) =>
  edge.to === "worker/app.ts" && edge.typeOnly && edge.names.join() === "AppType";

export const beyondContracts: Rule = (files) =>
  allImports(files)
    .filter(({ from }) => from.startsWith("frontend/src/"))
    .filter((edge) => edge.to !== undefined && !edge.to.startsWith("frontend/"))
    .filter((edge) => !edge.specifier.startsWith("#contracts/") && !appType(edge))
    .map(({ from, specifier }) => `${from} imports ${specifier}, which the browser may not know`);

const featureOf = (path: string) => /^frontend\/src\/features\/([^/]+)\//.exec(path)?.[1];

export const neighbours: Rule = (files) =>
  allImports(files)
    .filter(({ from, to }) => to !== undefined && featureOf(from) !== undefined && featureOf(to))
    .filter(({ from, to }) => featureOf(from) !== featureOf(to ?? ""))
    .map(({ from, to }) => `${from} imports ${to} of another feature`);

export const fromTests: Rule = (files) =>
  allImports(files)
    .filter(({ from, to }) => isProduction(from) && to?.startsWith("test/"))
    .map(({ from, to }) => `${from} imports ${to}`);

/** Time, chance, the network and the log come in through `ctx`. */
export const outsideWorld: Rule = (files) =>
  files
    .filter(({ path }) => /^(worker|durable-objects)\//.test(path))
    .filter(({ path }) => !/^worker\/(context|team)\//.test(path))
    .flatMap((file) => {
      const may = file.path.startsWith("durable-objects/") ? ["Date.now"] : [];
      return syntaxOf(file)
        .nodes.flatMap(globalUsedBy)
        .filter((name) => !may.includes(name))
        .map((name) => `${file.path} uses ${name}`);
    });

const bannedMembers = new Set([
  "Date.now",
  "Math.random",
  "crypto.randomUUID",
  "crypto.getRandomValues",
]);
const bannedCalls = new Set(["fetch", "setTimeout", "setInterval"]);

const globalUsedBy = (node: Node): string[] => {
  if (node.type === "MemberExpression") {
    const name = `${nameOf(node["object"])}.${nameOf(node["property"])}`;
    return bannedMembers.has(name) || name.startsWith("console.") ? [name] : [];
  }
  const callee = nameOf(node["callee"]);
  if (node.type === "CallExpression" && bannedCalls.has(callee)) return [callee];
  const hasNoArguments = Array.isArray(node["arguments"]) && node["arguments"].length === 0;
  return node.type === "NewExpression" && callee === "Date" && hasNoArguments ? ["new Date()"] : [];
};

const nameOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "name" in value ? String(value.name) : "";
