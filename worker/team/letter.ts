import { html } from "hono/html";
import type { Locale } from "#contracts/team.ts";

/** A short mail with one link: no images, nothing that reports back. */
export type Letter = { subject: string; lines: string[]; button: string; url: string };

/** The same letter as plain text and as simple HTML, everything escaped. */
export const writeLetter = async (locale: Locale, letter: Letter) => {
  const { subject, lines, button, url } = letter;
  const [first = "", ...rest] = lines;
  const page = await html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body style="font-family: sans-serif; font-size: 16px; line-height: 1.5">
        <p>${first}</p>
        <p><a href="${url}">${button}</a></p>
        ${rest.map((line) => html`<p>${line}</p>`)}
      </body>
    </html>`;
  return { subject, text: [first, url, ...rest].join("\n\n"), html: String(page) };
};
