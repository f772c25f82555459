import parsePhoneNumber from "libphonenumber-js/max";
import { z } from "zod";
import type { ContactChannel, LineType } from "#contracts/channels.ts";
import { Problem } from "../http/problem.ts";

export type Address = { address: string; line_type: LineType | null };

/** In Belgium a number that could be either is a mobile with a landline's look, or the other way round. */
const lineTypes: Readonly<Record<string, LineType>> = {
  MOBILE: "mobile",
  FIXED_LINE_OR_MOBILE: "mobile",
  PERSONAL_NUMBER: "mobile",
};

/**
 * A number in E.164, Belgian unless it says otherwise ("0475 12 34 56" is "+32475123456").
 * null when it is no number.
 */
export const readNumber = (text: string): { address: string; line_type: LineType } | null => {
  const number = parsePhoneNumber(text.replace(/^\s*00/, "+"), "BE");
  if (!number?.isValid()) return null;
  return {
    address: number.number,
    line_type: lineTypes[number.getType() ?? ""] ?? "landline",
  };
};

const mobileOnly = new Set<ContactChannel>(["sms"]);

/** An address in its channel's normal form; refuses what the channel cannot carry. */
export const readAddress = (channel: ContactChannel, text: string): Address => {
  if (channel === "email") {
    const email = z.email().safeParse(text.trim().toLowerCase());
    if (!email.success) throw new Problem("not_an_email", { detail: text });
    return { address: email.data, line_type: null };
  }
  const number = readNumber(text);
  if (!number) throw new Problem("not_a_number", { detail: text });
  if (mobileOnly.has(channel) && number.line_type === "landline")
    throw new Problem("not_a_mobile", { detail: text });
  return number;
};
