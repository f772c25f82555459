import type { SourceFile } from "./source-files.ts";
import { syntaxOf } from "./syntax.ts";

// What prose points at: a file by name or by path, and a folder of the house.
const file =
  /(?<![\w@/.:*<>{}…-])(?:\.{0,2}\/)?(?:[\w.[\]-]+\/)*[\w.[\]-]+\.(?:tsx?|mjs|sql|toml|po|css)\b(?![*{])/g;
const folder =
  /(?<![\w@/.:*-])(?:worker|durable-objects|frontend|migrations|test)\/[\w./-]*\w(?=[\s`),;:]|\.?$|\.\s)/gm;

/** Paths that comments and prose cite and that are not there. */
export const danglingPaths = (files: readonly SourceFile[], paths: readonly string[]): string[] => {
  const all = new Set(paths);
  const isThere = (cited: string) => {
    const bare = cited.replace(/^(\.{0,2}\/)+/, "");
    return all.has(bare) || paths.some((path) => path.endsWith(`/${bare}`));
  };
  return files.flatMap((source) =>
    [...citations(source)]
      .filter((cited) => !isThere(cited))
      .map((cited) => `${source.path} cites ${cited}, which does not exist`),
  );
};

const citations = (source: SourceFile): Set<string> => {
  const isCode = /\.(tsx?|mjs|js)$/.test(source.path);
  const prose = isCode ? syntaxOf(source).comments.join("\n") : source.text;
  return new Set([...prose.matchAll(file), ...prose.matchAll(folder)].map(([cited]) => cited));
};
