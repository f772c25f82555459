import { describe, expect, it } from "vitest";
import { readFirstSms, rewrite } from "../../../../frontend/src/features/sms/first-sms.ts";

const sms = { key: "k1", text: "Dag", to: "+32470000021" };
const newKey = () => "k2";

describe("the first SMS to a practice", () => {
  it.each([
    ["nothing changes", {}],
    ["only a space is added at the end", { text: "Dag " }],
  ])("keeps its key while %s, so that trying again sends once", (_name, change) => {
    expect(rewrite(sms, change, newKey).key).toBe("k1");
  });

  it.each([
    ["text", { text: "Dag dokter" }],
    ["number", { to: "+32470000022" }],
  ])("is another message with another %s", (_name, change) => {
    expect(rewrite(sms, change, newKey).key).toBe("k2");
  });

  it("comes back from storage with its key", () => {
    expect(readFirstSms(JSON.stringify(sms))).toEqual(sms);
  });

  it.each([null, "", "{", '"Dag"', '{"text":"Dag"}'])("starts afresh from %j", (stored) => {
    expect(readFirstSms(stored)).toBeNull();
  });
});
