import type { ContactPoint } from "#contracts/practices.ts";

/** Whether an SMS can leave, and what bars it. */
export type SmsReach = "open" | "opted_out" | "no_mobile";

type Point = Pick<ContactPoint, "channel" | "line_type" | "opted_out">;

export function smsReach(points: readonly Point[]): SmsReach {
  const mobiles = points.filter(
    ({ channel, line_type }) => channel === "sms" && line_type !== "landline",
  );
  if (mobiles.length === 0) return "no_mobile";
  return mobiles.some(({ opted_out }) => !opted_out) ? "open" : "opted_out";
}
