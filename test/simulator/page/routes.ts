import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { own } from "../core/own.ts";
import { shell } from "./shell.ts";
import { isLanguage, preferred } from "./words.ts";

const script = "text/javascript; charset=utf-8";
const style = "text/css; charset=utf-8";
const font = "font/woff2";
const fonts = "@fontsource-variable";

/** Everything the page asks for, and nothing else on this disk. */
const files: Record<string, { from: string; type: string }> = {
  "theme.js": { from: "./client/theme.js", type: script },
  "main.js": { from: "./client/main.js", type: script },
  "store.js": { from: "./client/store.js", type: script },
  "dom.js": { from: "./client/dom.js", type: script },
  "say.js": { from: "./client/say.js", type: script },
  "phones.js": { from: "./client/phones.js", type: script },
  "thread.js": { from: "./client/thread.js", type: script },
  "behaviour.js": { from: "./client/behaviour.js", type: script },
  "switches.js": { from: "./client/switches.js", type: script },
  "mailbox.js": { from: "./client/mailbox.js", type: script },
  "wire.js": { from: "./client/wire.js", type: script },
  "page.css": { from: "./page.css", type: style },
  "fonts.css": { from: "./styles/fonts.css", type: style },
  "base.css": { from: "./styles/base.css", type: style },
  "list.css": { from: "./styles/list.css", type: style },
  "stage.css": { from: "./styles/stage.css", type: style },
  "switches.css": { from: "./styles/switches.css", type: style },
  "mailbox.css": { from: "./styles/mailbox.css", type: style },
  "wire.css": { from: "./styles/wire.css", type: style },
  "narrow.css": { from: "./styles/narrow.css", type: style },
  "tokens.css": { from: "../../../frontend/src/ui/tokens.css", type: style },
  "icon.svg": { from: "../../../frontend/public/icon.svg", type: "image/svg+xml" },
  "hanken-latin.woff2": {
    from: `${fonts}/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2`,
    type: font,
  },
  "hanken-latin-ext.woff2": {
    from: `${fonts}/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2`,
    type: font,
  },
  "bricolage-latin.woff2": {
    from: `${fonts}/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2`,
    type: font,
  },
  "geist-mono-latin.woff2": {
    from: `${fonts}/geist-mono/files/geist-mono-latin-wght-normal.woff2`,
    type: font,
  },
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

export function pageRoutes({ app_url }: { app_url: string }) {
  return new Hono()
    .get("/", (c) => {
      const wish = c.req.query("lang");
      if (isLanguage(wish)) setCookie(c, "lang", wish, { sameSite: "Lax", maxAge: 31_536_000 });
      const chosen = isLanguage(wish) ? wish : getCookie(c, "lang");
      const language = isLanguage(chosen) ? chosen : preferred(c.req.header("accept-language"));
      c.header("content-security-policy", policy);
      return c.html(shell({ language, app_url }));
    })
    .get("/page/:name", async (c) => {
      const file = own(files, c.req.param("name"));
      if (!file) return c.notFound();
      const bytes = await readFile(fileURLToPath(import.meta.resolve(file.from)));
      return c.body(bytes, 200, { "content-type": file.type, "cache-control": "no-cache" });
    });
}
