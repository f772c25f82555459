import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A file of the repository: its path from the root, and its text. */
export type SourceFile = { path: string; text: string };

const notOurs = /(^|\/)(node_modules|dist|\.git|\.wrangler|\.cache)(\/|$)/;

/** Every path in the repository, folders included. */
export const allPaths = (): string[] =>
  globSync("**/*", { cwd: root, exclude: (path) => notOurs.test(path) }).concat(
    globSync("{.*,.ci/*}", { cwd: root, exclude: (path) => notOurs.test(path) }),
  );

export const read = (paths: readonly string[]): SourceFile[] =>
  paths.map((path) => ({ path, text: readFileSync(`${root}${path}`, "utf8") }));

export const sourceFiles = (): SourceFile[] =>
  read(
    allPaths().filter(
      (path) =>
        /^(worker|durable-objects|frontend|test)\/.*\.(ts|tsx|mjs|js)$/.test(path) &&
        path !== "worker/env.d.ts",
    ),
  );
