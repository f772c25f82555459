import { $, el, keyed, linked } from "./dom.js";
import { app_url, clock, dayOf, say } from "./say.js";
import { markSeen, store } from "./store.js";

export function drawMailbox() {
  const box = $("mails");
  box.hidden = store.shown !== "mailbox";
  if (box.hidden) return;
  const mails = [...store.mails.values()].toReversed();
  keyed(box, mails.length ? mails : [{ id: "none" }], ({ id }) => id, drawMail);
  if (!document.hidden) markSeen("mailbox", Math.max(0, ...mails.map((mail) => mail.created_at)));
}

function drawMail(mail) {
  if (mail.id === "none") return drawNone();
  const link = linkIn(mail);
  return el(
    "article",
    { class: "mail" },
    el(
      "header",
      {},
      el("h2", {}, mail.subject),
      el("p", {}, `${say("from")} ${mail.from} · ${say("to")} ${mail.to.join(", ")}`),
      el("time", {}, `${dayOf(mail.created_at)} ${clock(mail.created_at)}`),
    ),
    mail.html
      ? el("iframe", {
          src: `/_simulator/mail/${mail.id}/html`,
          title: mail.subject,
          loading: "lazy",
        })
      : el("div", { class: "plain" }, ...linked(mail.text ?? "")),
    link
      ? el(
          "footer",
          {},
          el(
            "a",
            { class: "button filled", href: link, target: "spreekuur", rel: "noreferrer" },
            say("open_link"),
          ),
          el("code", {}, link),
        )
      : null,
  );
}

function drawNone() {
  return el(
    "div",
    { class: "empty" },
    el("h2", {}, say("no_mail")),
    el("p", {}, say("no_mail_hint")),
    el(
      "div",
      { class: "actions" },
      el("a", { class: "button filled", href: app_url, target: "spreekuur" }, say("sign_in_page")),
    ),
  );
}

/** The first address in the mail: in a sign-in mail that is the link. */
function linkIn({ html, text }) {
  const href = html?.match(/href=["'](https?:\/\/[^"']+)/)?.[1]?.replaceAll("&amp;", "&");
  return href ?? text?.match(/https?:\/\/[^\s<>"]+/)?.[0] ?? null;
}
