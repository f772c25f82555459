import { describe, expect, it } from "vitest";
import { smsReach } from "../../../../frontend/src/features/practices/sms-reach.ts";

const mobile = { channel: "sms", line_type: "mobile", opted_out: false } as const;
const stopped = { ...mobile, opted_out: true };
const landline = { channel: "phone", line_type: "landline", opted_out: false } as const;

describe("whether an SMS can leave", () => {
  it.each([
    ["open", [landline, mobile]],
    ["open", [stopped, mobile]],
    ["opted_out", [stopped]],
    ["no_mobile", [landline]],
    ["no_mobile", []],
  ] as const)("is %s", (reach, points) => {
    expect(smsReach(points)).toBe(reach);
  });
});
