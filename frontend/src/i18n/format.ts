/** Practices and their times are Belgian, wherever the reader sits. */
export const timeZone = "Europe/Brussels";

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(`${locale}-BE`, { timeZone, ...options });
  formatters.set(key, made);
  return made;
}

const format = (options: Intl.DateTimeFormatOptions) => (locale: string, at: Date) =>
  formatter(locale, options).format(at);

export const clockTime = format({ hour: "2-digit", minute: "2-digit", hour12: false });
const weekday = format({ weekday: "short" });
export const shortDate = format({ day: "2-digit", month: "2-digit" });
export const longDate = format({ weekday: "long", day: "numeric", month: "long" });
export const longDateYear = format({
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
export const fullTime = format({ dateStyle: "full", timeStyle: "medium" });

const isoDay = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });

/** The calendar day in Brussels, as 2026-11-23. */
export const dayOf = (at: Date): string => isoDay.format(at);

/** Whole calendar days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** In a list: the hour today, the weekday this week, the date before that. */
export function listTime(locale: string, at: Date, now: Date): string {
  const days = daysBetween(dayOf(at), dayOf(now));
  if (days <= 0) return clockTime(locale, at);
  return days < 7 ? weekday(locale, at) : shortDate(locale, at);
}

/** +32470000014 as people write it: +32 470 00 00 14. */
export function phoneNumber(address: string): string {
  const mobile = /^\+32(4\d{2})(\d{2})(\d{2})(\d{2})$/.exec(address);
  if (mobile) return `+32 ${mobile.slice(1).join(" ")}`;
  const landline = /^\+32([2349]|\d{2})(\d{2,3})(\d{2})(\d{2})$/.exec(address);
  return landline ? `+32 ${landline.slice(1).join(" ")}` : address;
}
