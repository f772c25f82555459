import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const catalogue = (locale: string): Map<string, string> => {
  const file = new URL(`../../../frontend/src/locales/${locale}.po`, import.meta.url);
  const entries = readFileSync(file, "utf8").matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm);
  return new Map([...entries].map(([, id = "", text = ""]) => [id, text]));
};

const source = catalogue("en");
const placeholders = (text: string) => [...new Set(text.match(/<\/?\d+>|\{\w+[,}]/g))].sort();

describe.each(["nl", "fr"])("the %s catalogue", (locale) => {
  const words = catalogue(locale);

  it("says everything the English one says, and nothing else", () => {
    expect([...words.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it("leaves nothing untranslated", () => {
    expect([...words].filter(([, text]) => text === "")).toEqual([]);
  });

  it("keeps every placeholder and every tag", () => {
    const changed = [...words].filter(
      ([id, text]) => placeholders(id).join() !== placeholders(text).join(),
    );
    expect(changed).toEqual([]);
  });
});
