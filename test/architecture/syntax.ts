import { parseSync } from "vite";
import type { SourceFile } from "./source-files.ts";

export type Node = { type: string } & Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

const cache = new WeakMap<SourceFile, { nodes: Node[]; comments: string[] }>();

/** Every node of a file's syntax tree, and its comments. */
export const syntaxOf = (file: SourceFile): { nodes: Node[]; comments: string[] } => {
  const known = cache.get(file);
  if (known) return known;
  const { program, comments, errors } = parseSync(file.path, file.text);
  if (errors.length > 0) throw new Error(`${file.path} does not parse: ${errors[0]?.message}`);
  const nodes: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (isNode(value)) {
      nodes.push(value);
      for (const each of Object.values(value)) visit(each);
    }
  };
  visit(program);
  const syntax = { nodes, comments: comments.map(({ value }) => value) };
  cache.set(file, syntax);
  return syntax;
};
