import { posix } from "node:path";
import type { SourceFile } from "./source-files.ts";
import { type Node, syntaxOf } from "./syntax.ts";

export type Import = {
  from: string;
  /** As written. */
  specifier: string;
  /** The file it leads to, or undefined for a package. */
  to: string | undefined;
  typeOnly: boolean;
  names: string[];
};

const importing = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

/** Everything a file takes from others, types included. */
export const importsOf = (file: SourceFile): Import[] =>
  syntaxOf(file)
    .nodes.filter(({ type }) => importing.has(type))
    .flatMap((node) => {
      const specifier = stringIn(node["source"] ?? node["argument"]);
      if (specifier === undefined) return [];
      const to = resolve(file.path, specifier);
      return [{ from: file.path, specifier, to, typeOnly: isType(node), names: namesOf(node) }];
    });

const resolve = (from: string, specifier: string): string | undefined => {
  const [path = ""] = specifier.split("?");
  if (path.startsWith("#contracts/")) return path.replace("#contracts", "worker/contracts");
  return path.startsWith(".") ? posix.join(posix.dirname(from), path) : undefined;
};

const stringIn = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null && "value" in value && typeof value.value === "string"
    ? value.value
    : undefined;

const isType = (node: Node) => node["importKind"] === "type" || node["exportKind"] === "type";

const namesOf = (node: Node): string[] => {
  const specifiers = Array.isArray(node["specifiers"]) ? node["specifiers"] : [];
  return specifiers.flatMap(({ imported }: { imported?: { name?: string } }) =>
    imported?.name === undefined ? [] : [imported.name],
  );
};
