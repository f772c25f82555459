import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { parityCases, setUpParity } from "../simulation/d1-parity.ts";

describe("D1 in workerd, by the same table as its stand-in in the simulation", () => {
  it.each(parityCases)("$habit", async ({ ask, answer }) => {
    await setUpParity(env.DB);
    expect(await ask(env.DB)).toEqual(answer);
  });
});
