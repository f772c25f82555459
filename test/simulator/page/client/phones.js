import { $, el, keyed } from "./dom.js";
import { readable, say } from "./say.js";
import { inWords } from "./switches.js";
import { post, seenUpTo, show, store } from "./store.js";

const form = $("new-phone");
const opener = $("add-phone");

/** On a phone's screen stands what arrived, not what is still under way. */
const arrived = ({ side, status }) => side === "practice" || status === "delivered";

function rowOf(phone, messages) {
  const last = messages.findLast(arrived);
  const stopped = messages.findLast(({ side, body }) => side === "practice" && keyword.test(body));
  return {
    address: phone.address,
    name: phone.name,
    preview: last?.body ?? "",
    at: last?.at ?? phone.created_at,
    unread: messages.filter(
      (message) =>
        message.side === "inbox" && arrived(message) && message.at > seenUpTo(phone.address),
    ).length,
    stopped: /^\s*stop/i.test(stopped?.body ?? ""),
    trouble: inWords(phone.faults),
    current: store.shown === phone.address,
  };
}

const keyword = /^\s*(stop|start|unstop)\s*$/i;

export function drawPhones() {
  const threads = Map.groupBy(store.messages.values(), ({ phone }) => phone);
  const rows = [...store.phones.values()]
    .map((phone) => rowOf(phone, threads.get(phone.address) ?? []))
    .toSorted((a, b) => b.at - a.at);
  keyed($("phones"), rows, (row) => row.address, drawRow);

  const mails = [...store.mails.values()].filter((mail) => mail.created_at > seenUpTo("mailbox"));
  const mailbox = $("mailbox-row");
  const count = mailbox.querySelector(".count");
  count.hidden = mails.length === 0;
  count.replaceChildren(...counter(mails.length));
  mailbox.setAttribute("aria-current", String(store.shown === "mailbox"));
}

function drawRow(row) {
  const second = [readable(row.address)];
  if (row.stopped) second.unshift(el("span", { class: "warn" }, "STOP"), " · ");
  if (row.trouble) second.unshift(el("span", { class: "warn" }, row.trouble), " · ");
  const node = el(
    "button",
    { type: "button", class: `row ${row.trouble && "troubled"}`, "aria-current": row.current },
    el("span", { class: "handset", "aria-hidden": "true" }),
    el(
      "span",
      { class: "who" },
      el("b", {}, row.name ?? readable(row.address)),
      row.name || row.stopped || row.trouble
        ? el("small", {}, ...second)
        : el("small", {}, row.preview || say("no_messages")),
    ),
    row.unread ? el("span", { class: "count" }, ...counter(row.unread)) : null,
  );
  node.addEventListener("click", () => {
    show(row.address);
    document.body.dataset.pane = "stage";
  });
  return node;
}

const counter = (n) => [
  el("span", { "aria-hidden": "true" }, String(n)),
  el("span", { class: "sr" }, say("unread", { n })),
];

export function listenToPhones() {
  $("mailbox-row").addEventListener("click", () => {
    show("mailbox");
    document.body.dataset.pane = "stage";
  });
  opener.addEventListener("click", () => openForm(form.hidden));
  $("empty-add").addEventListener("click", () => {
    document.body.dataset.pane = "list";
    openForm(true);
  });
  form.addEventListener("reset", () => openForm(false));
  form.addEventListener("keydown", (event) => event.key === "Escape" && openForm(false));
  form.addEventListener("submit", addPhone);
}

function openForm(open) {
  form.hidden = !open;
  opener.setAttribute("aria-expanded", String(open));
  $("number-error").hidden = true;
  if (open) form.elements.address.focus();
  else opener.focus();
}

/** @param {SubmitEvent} event */
async function addPhone(event) {
  event.preventDefault();
  const address = form.elements.address.value.replace(/[\s./()-]/g, "").replace(/^0(?=4)/, "+32");
  const name = form.elements.name.value.trim() || null;
  try {
    const phone = await post("phones", { address, name });
    form.reset();
    show(phone.address);
    document.body.dataset.pane = "stage";
  } catch {
    $("number-error").hidden = false;
    form.elements.address.focus();
  }
}
