import type { Locale } from "#contracts/team.ts";
import { type Letter, writeLetter } from "./letter.ts";

const words: Record<Locale, Omit<Letter, "url">> = {
  nl: {
    subject: "U bent uitgenodigd voor Spreekuur",
    lines: [
      "Uw team gebruikt Spreekuur en heeft een plaats voor u gemaakt. Meld u aan met dit e-mailadres:",
      "U krijgt dan een aanmeldlink in uw mailbox; een wachtwoord is niet nodig.",
    ],
    button: "Naar Spreekuur",
  },
  fr: {
    subject: "Vous êtes invité à rejoindre Spreekuur",
    lines: [
      "Votre équipe utilise Spreekuur et vous y a réservé une place. Connectez-vous avec cette adresse e-mail :",
      "Vous recevrez un lien de connexion par e-mail ; aucun mot de passe n’est nécessaire.",
    ],
    button: "Ouvrir Spreekuur",
  },
  en: {
    subject: "You have been invited to Spreekuur",
    lines: [
      "Your team uses Spreekuur and has made a place for you. Sign in with this email address:",
      "A sign-in link will come to your mailbox; there is no password.",
    ],
    button: "Open Spreekuur",
  },
};

/** Tells a new member where to sign in; it carries no token, so it cannot expire or be abused. */
export const invitationMail = (input: { locale: Locale; url: string }) =>
  writeLetter(input.locale, { ...words[input.locale], url: input.url });
