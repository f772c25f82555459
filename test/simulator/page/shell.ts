import { html, raw } from "hono/html";
import { icon } from "./icon.ts";
import { switchedOn, switches } from "./switches.ts";
import { languages, words, type Language, type Words } from "./words.ts";

type Shell = { language: Language; app_url: string };

/** What stands still; client/main.js fills in what lives. */
export function shell({ language, app_url }: Shell) {
  const t = words[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <title>${t.title} · Spreekuur</title>
        <link rel="icon" href="/page/icon.svg" type="image/svg+xml" />
        <link
          rel="preload"
          href="/page/hanken-latin.woff2"
          as="font"
          type="font/woff2"
          crossorigin
        />
        <script src="/page/theme.js"></script>
        <link rel="stylesheet" href="/page/page.css" />
        <script type="module" src="/page/main.js"></script>
        <script type="application/json" id="setup">
          ${raw(setup(language, app_url, t))}
        </script>
      </head>
      <body data-pane="stage">
        ${topBar(t, language, app_url)}
        <p class="offline" role="status" hidden>${t.offline}</p>
        ${switchedOn(t)}
        <main>${list(t)} ${switches(t)} ${stage(t, app_url)} ${wire(t)}</main>
        ${tabs(t)}
      </body>
    </html>`;
}

/** JSON inside HTML: a "<" would end the script element. */
const setup = (language: Language, app_url: string, t: Words): string =>
  JSON.stringify({ language, app_url, words: t }).replaceAll("<", "\\u003c");

const topBar = (t: Words, language: Language, app_url: string) =>
  html`<header class="top">
    <img src="/page/icon.svg" alt="" width="26" height="26" />
    <h1>${t.title}</h1>
    <span class="badge">${t.badge}</span>
    <nav class="segmented languages" aria-label="${t.language}">
      ${languages.map(
        (other) =>
          html`<a
            href="?lang=${other}"
            hreflang="${other}"
            ${other === language ? raw('aria-current="true"') : ""}
            >${other.toUpperCase()}</a
          >`,
      )}
    </nav>
    <a class="button filled" href="${app_url}" target="spreekuur"
      >${icon("open")}<span>${t.open_inbox}</span></a
    >
  </header>`;

const list = (t: Words) =>
  html`<section class="list" aria-label="${t.phones}">
    <button class="row mailbox" type="button" id="mailbox-row">
      <span class="tile">${icon("mail")}</span>
      <span class="who"><b>${t.mailbox}</b><small>${t.mailbox_hint}</small></span>
      <span class="count" hidden></span>
    </button>
    <div class="rows" id="phones"></div>
    <button
      class="row add"
      type="button"
      id="add-phone"
      aria-expanded="false"
      aria-controls="new-phone"
    >
      ${icon("plus")}<span>${t.new_phone}</span>
    </button>
    <form id="new-phone" hidden novalidate>
      <label
        >${t.number}<input
          name="address"
          inputmode="tel"
          autocomplete="off"
          placeholder="${t.number_hint}"
          aria-describedby="number-error"
      /></label>
      <p class="error" id="number-error" role="alert" hidden>${t.number_wrong}</p>
      <label
        >${t.name}<input name="name" autocomplete="off" maxlength="80" placeholder="${t.name_hint}"
      /></label>
      <div class="actions">
        <button class="button" type="reset">${t.cancel}</button>
        <button class="button filled" type="submit">${t.add}</button>
      </div>
    </form>
  </section>`;

const stage = (t: Words, app_url: string) =>
  html`<section class="stage" aria-label="${t.thread}">
    <div class="empty" id="empty" hidden>
      <svg class="line" viewBox="0 0 160 40" aria-hidden="true"><path d="M4 20h152" /></svg>
      <h2></h2>
      <p></p>
      <div class="actions">
        <a class="button filled" href="${app_url}" target="spreekuur"
          >${icon("open")}<span>${t.open_inbox}</span></a
        >
        <button class="button" type="button" id="empty-add">
          ${icon("plus")}<span>${t.new_phone}</span>
        </button>
      </div>
    </div>
    <div class="device" id="device" hidden>
      <div class="status">
        <time id="clock"></time><span class="island"></span
        ><span class="signal" aria-hidden="true"><i></i><i></i><i></i><i></i></span>
      </div>
      <header>
        <img src="/page/icon.svg" alt="" width="32" height="32" />
        <div><b>${t.sender}</b><small id="our-number"></small></div>
      </header>
      <div
        class="messages"
        id="messages"
        role="log"
        aria-live="polite"
        tabindex="0"
        aria-label="${t.thread}"
      ></div>
      <form id="composer">
        <textarea
          name="body"
          rows="1"
          maxlength="1600"
          placeholder="${t.write}"
          aria-label="${t.write}"
        ></textarea>
        <button type="submit" aria-label="${t.send}" title="${t.send}">${icon("send")}</button>
      </form>
    </div>
    <div class="quick" id="quick" hidden>
      <button class="button" type="button" data-text="${t.yes}">${t.quick_yes}</button>
      <button class="button" type="button" data-text="STOP">${t.quick_stop}</button>
      <p class="error" id="send-error" role="alert" hidden>${t.failed}</p>
    </div>
    <div class="mails" id="mails" hidden></div>
  </section>`;

const wire = (t: Words) =>
  html`<section class="wire" aria-label="${t.wire}">
    <header>
      <h2>${t.wire}</h2>
      <div class="segmented" role="group" aria-label="${t.wire}" id="wire-filter">
        <button type="button" value="all" aria-pressed="true">${t.all}</button>
        <button type="button" value="from_product" aria-pressed="false">${t.out}</button>
        <button type="button" value="to_product" aria-pressed="false">${t.in}</button>
      </div>
    </header>
    <div class="quiet" id="no-wire" hidden>
      <b>${t.no_wire}</b>
      <p>${t.no_wire_hint}</p>
    </div>
    <ol class="entries" id="wire"></ol>
  </section>`;

const tabs = (t: Words) =>
  html`<nav class="tabs" id="tabs">
    <button type="button" value="list">${icon("phone")}<span>${t.phones}</span></button>
    <button type="button" value="stage">${icon("thread")}<span>${t.thread}</span></button>
    <button type="button" value="switches">${icon("switches")}<span>${t.behaviour}</span></button>
    <button type="button" value="wire">${icon("wire")}<span>${t.wire}</span></button>
  </nav>`;
