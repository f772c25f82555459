import type { ProblemBody } from "#contracts/problem.ts";
import { describe, expect, it } from "vitest";
import { refusedPoint } from "../../../../frontend/src/features/practices/refused-point.ts";

const points = [
  { channel: "sms", address: "0470 00 00 21" },
  { channel: "whatsapp", address: "+32 470 00 00 21" },
  { channel: "email", address: " Onthaal@Noordkouter.example " },
  { channel: "phone", address: "12" },
] as const;

const problem = (extras: Partial<ProblemBody>): ProblemBody => ({
  type: "about:blank",
  title: "",
  status: 422,
  code: "invalid",
  request_id: "r",
  ...extras,
});

const taken = (channel: "sms" | "whatsapp" | "email" | "phone", address: string) =>
  problem({
    code: "address_in_use",
    conflict: {
      contact_point_id: "cp_1",
      channel,
      address,
      practice: { id: 2, name: "Elders" },
      options: ["link", "move"],
    },
  });

describe("the field a refusal points at", () => {
  it.each([
    ["a number written the Belgian way", taken("sms", "+32470000021"), 0],
    ["the same number on another channel", taken("whatsapp", "+32470000021"), 1],
    ["an email, whatever its capitals", taken("email", "onthaal@noordkouter.example"), 2],
    ["what was typed, word for word", problem({ code: "not_a_number", detail: "12" }), 3],
    [
      "the place the contract names",
      problem({ errors: [{ path: "contact_points.2.address", message: "" }] }),
      2,
    ],
  ])("is that of %s", (_name, refusal, index) => {
    expect(refusedPoint(refusal, points)).toBe(index);
  });

  it.each([
    ["another number", taken("sms", "+32470000022")],
    ["a field of the practice itself", problem({ errors: [{ path: "postcode", message: "" }] })],
    ["nothing in particular", problem({ code: "internal" })],
  ])("is none when it is about %s", (_name, refusal) => {
    expect(refusedPoint(refusal, points)).toBe(-1);
  });

  it("is never a field that was left empty", () => {
    expect(refusedPoint(taken("sms", "+32470000021"), [{ channel: "sms", address: " " }])).toBe(-1);
  });
});
