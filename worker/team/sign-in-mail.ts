import type { Locale } from "#contracts/team.ts";
import { type Letter, writeLetter } from "./letter.ts";
import { magicLinkMinutes } from "./magic-link-token.ts";

const words: Record<Locale, Omit<Letter, "url">> = {
  nl: {
    subject: "Uw aanmeldlink voor Spreekuur",
    lines: [
      "Met deze link meldt u zich aan bij Spreekuur:",
      `De link werkt ${magicLinkMinutes} minuten en één keer.`,
      "Hebt u dit niet gevraagd? Dan hoeft u niets te doen.",
    ],
    button: "Aanmelden",
  },
  fr: {
    subject: "Votre lien de connexion à Spreekuur",
    lines: [
      "Ce lien vous connecte à Spreekuur :",
      `Il est valable ${magicLinkMinutes} minutes et une seule fois.`,
      "Vous n’avez rien demandé ? Vous pouvez ignorer ce message.",
    ],
    button: "Se connecter",
  },
  en: {
    subject: "Your sign-in link for Spreekuur",
    lines: [
      "This link signs you in to Spreekuur:",
      `It works for ${magicLinkMinutes} minutes, once.`,
      "Did you not ask for it? Then there is nothing you need to do.",
    ],
    button: "Sign in",
  },
};

/** The mail that carries a sign-in link, in the member's language. */
export const signInMail = (input: { locale: Locale; url: string }) =>
  writeLetter(input.locale, { ...words[input.locale], url: input.url });
