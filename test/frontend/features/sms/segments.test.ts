import fc from "fast-check";
import { SegmentedMessage } from "sms-segments-calculator";
import { describe, expect, it } from "vitest";
import { countSegments } from "../../../../frontend/src/features/sms/segments.ts";

describe("counting what an SMS costs", () => {
  it.each([
    ["", 0, "GSM-7"],
    ["a".repeat(160), 1, "GSM-7"],
    ["a".repeat(161), 2, "GSM-7"],
    ["a".repeat(306), 2, "GSM-7"],
    ["a".repeat(307), 3, "GSM-7"],
    ["€".repeat(80), 1, "GSM-7"],
    ["€".repeat(81), 2, "GSM-7"],
    [`ï${"a".repeat(69)}`, 1, "UCS-2"],
    [`ï${"a".repeat(70)}`, 2, "UCS-2"],
    [`ï${"a".repeat(149)}`, 3, "UCS-2"],
    ["é à ù ü ö ä É Ç", 1, "GSM-7"],
  ])("%j is %i segments of %s", (text, segments, encoding) => {
    const count = countSegments(text);
    expect([count.used.length, text === "" ? "GSM-7" : count.encoding]).toEqual([
      segments,
      encoding,
    ]);
  });

  it("never splits a character that takes two units over two segments", () => {
    const text = `${"a".repeat(152)}€${"a".repeat(10)}`;
    expect(countSegments(text).used).toEqual([152, 12]);
  });

  it("names every character that forces Unicode once, in order", () => {
    expect(countSegments("geïnteresseerd? ça ïs ê").forcing).toEqual(["ï", "ç", "ê"]);
  });

  it("agrees with Twilio's calculator on what people type", () => {
    const character = fc.constantFrom(..."abc XYZ019.,!?€[]{}\\^~|éèàùüöäñÉïêçëô’“…😀👩\n");
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 400 }), (text) => {
        const theirs = new SegmentedMessage(text, "auto");
        const ours = countSegments(text);
        return (
          text === "" ||
          (ours.encoding === theirs.encodingName && ours.used.length === theirs.segmentsCount)
        );
      }),
    );
  });
});
