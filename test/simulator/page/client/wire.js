import { $, el, keyed, stayingAtTheEnd } from "./dom.js";
import { exactly, say } from "./say.js";
import { changed, store } from "./store.js";

const open = new Set();

export function drawWire() {
  const entries = [...store.wire.values()].filter(
    ({ direction }) => store.filter === "all" || direction === store.filter,
  );
  const rows = entries.map((entry) => ({ ...entry, open: open.has(entry.id) }));
  $("no-wire").hidden = rows.length > 0;
  const list = $("wire");
  stayingAtTheEnd(list, () => keyed(list, rows, ({ id }) => id, drawEntry));
}

export function listenToWire() {
  $("wire-filter").addEventListener("click", ({ target }) => {
    if (!target.value) return;
    store.filter = target.value;
    for (const button of $("wire-filter").children)
      button.setAttribute("aria-pressed", String(button === target));
    changed();
  });
}

function drawEntry(entry) {
  const outward = entry.direction === "from_product";
  const button = el(
    "button",
    { type: "button", "aria-expanded": entry.open },
    el("time", {}, exactly(entry.at)),
    el("span", { class: "arrow", "aria-hidden": "true" }, outward ? "↗" : "↙"),
    el("span", { class: "sr" }, say(outward ? "out_label" : "in_label")),
    el("span", { class: "what" }, titleOf(entry)),
    entry.note ? el("span", { class: "chip" }, entry.note) : null,
    el(
      "span",
      { class: `code ${tone(entry.status)}` },
      entry.status === null ? dash() : String(entry.status),
    ),
  );
  button.addEventListener("click", () => {
    if (!open.delete(entry.id)) open.add(entry.id);
    changed();
  });
  const item = el(
    "li",
    { class: outward ? "outward" : "inward" },
    button,
    entry.open ? details(entry) : null,
  );
  item.focus = () => button.focus();
  return item;
}

const dash = () =>
  el("span", { title: say("no_answer") }, "—", el("span", { class: "sr" }, say("no_answer")));

const tone = (status) => (status !== null && status < 400 ? "good" : "bad");

/** Short enough to read at a glance; the whole request is one click away. */
function titleOf({ direction, method, url, params }) {
  const given = Object.fromEntries(params);
  if (direction === "to_product")
    return given.MessageStatus
      ? `callback ${given.MessageStatus}`
      : `inbound “${given.Body ?? ""}”`;
  const path = new URL(url, location.origin).pathname.replace(/^\/2010-04-01\/Accounts\/\w+/, "");
  return `${method} ${path.replace(/(SM\w{3})\w{25,}(\w{3})/, "$1…$2")}`;
}

function details({ method, url, params, took_ms }) {
  const fields = params.filter(([, value]) => value !== "");
  return el(
    "div",
    { class: "details" },
    el(
      "p",
      {},
      `${method} ${url}`,
      " ",
      el("span", { class: "soft" }, say("took", { ms: took_ms })),
    ),
    fields.length
      ? el(
          "dl",
          {},
          ...fields.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))),
        )
      : el("p", { class: "soft" }, say("no_fields")),
  );
}
