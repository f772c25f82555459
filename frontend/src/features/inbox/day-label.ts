import { t } from "@lingui/core/macro";
import { daysBetween, dayOf, longDate, longDateYear } from "../../i18n/format.ts";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Today, yesterday, or the date; with its year once that is another. */
export function dayLabel(locale: string, day: string, now: Date): string {
  const today = dayOf(now);
  const ago = daysBetween(day, today);
  if (ago === 0) return t`Today`;
  if (ago === 1) return t`Yesterday`;
  const noon = new Date(`${day}T12:00:00Z`);
  return capital((day.slice(0, 4) === today.slice(0, 4) ? longDate : longDateYear)(locale, noon));
}
