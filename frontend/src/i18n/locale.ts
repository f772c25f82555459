import type { Locale } from "#contracts/team.ts";
import { i18n, type Messages } from "@lingui/core";
import { stored } from "../ui/stored.ts";

const catalogues = {
  nl: () => import("../locales/nl.po"),
  fr: () => import("../locales/fr.po"),
  en: () => import("../locales/en.po"),
} satisfies Record<Locale, () => Promise<{ messages: Messages }>>;

/** Every language in its own words, so that anyone finds the way back. */
export const localeNames = { nl: "Nederlands", fr: "Français", en: "English" } satisfies Record<
  Locale,
  string
>;

const isLocale = (value: string | null | undefined): value is Locale =>
  value !== null && value !== undefined && value in catalogues;

const remembered = stored("spreekuur.locale");

/** What was chosen here before, else what the browser asks for, else Dutch. */
export function firstLocale(): Locale {
  const choice = remembered.get();
  if (isLocale(choice)) return choice;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale) ?? "nl";
}

export async function activateLocale(locale: Locale): Promise<void> {
  const { messages } = await catalogues[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  remembered.set(locale);
}
