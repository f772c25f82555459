import type { Language } from "#contracts/channels.ts";

/** Each language in its own words. */
export const languageNames = {
  nl: "Nederlands",
  fr: "Français",
  de: "Deutsch",
  en: "English",
} satisfies Record<Language, string>;
