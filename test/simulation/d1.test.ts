import { describe, expect, it } from "vitest";
import { parityCases, setUpParity } from "./d1-parity.ts";
import { d1, inOneGo, openDatabase } from "./d1.ts";

describe("D1 as the simulation has it", () => {
  const db = d1(openDatabase()).binding(inOneGo);

  it.each(parityCases)("$habit", async ({ ask, answer }) => {
    await setUpParity(db);
    expect(plain(await ask(db))).toEqual(answer);
  });
});

/** node:sqlite gives rows without a prototype. */
const plain = (value: unknown): unknown => structuredClone(value);
