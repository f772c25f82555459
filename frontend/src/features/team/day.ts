import { timeZone } from "../../i18n/format.ts";

/** 23 nov 2026 */
export const day = (locale: string, at: string): string =>
  new Intl.DateTimeFormat(`${locale}-BE`, { timeZone, dateStyle: "medium" }).format(new Date(at));
