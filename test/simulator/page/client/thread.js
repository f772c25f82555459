import { $, el, keyed, linked, stayingAtTheEnd } from "./dom.js";
import { app_url, clock, dayOf, readable, say } from "./say.js";
import { markSeen, post, store } from "./store.js";

const composer = $("composer");
const field = composer.elements.body;
let showing = null;

const under_way = new Set(["accepted", "scheduled", "queued", "sending", "sent"]);
const lost = new Set(["undelivered", "failed"]);

export function drawThread() {
  const phone = store.phones.get(store.shown);
  $("device").hidden = $("quick").hidden = !phone;
  drawEmpty(!phone && store.shown !== "mailbox");
  if (!phone) {
    showing = null;
    return;
  }
  $("our-number").textContent = readable(store.phone_number);
  const messages = [...store.messages.values()].filter(
    (message) => message.phone === phone.address,
  );
  const list = $("messages");
  if (showing !== phone.address) list.replaceChildren();
  stayingAtTheEnd(list, () => keyed(list, linesOf(messages), (line) => line.key, drawLine));
  if (showing !== phone.address) list.scrollTop = list.scrollHeight;
  showing = phone.address;
  if (!document.hidden) markSeen(phone.address, Math.max(0, ...messages.map(({ at }) => at)));
}

function drawEmpty(empty) {
  const box = $("empty");
  box.hidden = !empty;
  const some = store.phones.size > 0;
  box.querySelector("h2").textContent = say(some ? "pick" : "no_phones");
  box.querySelector("p").textContent = some
    ? say("pick_hint")
    : say("no_phones_hint", { app: app_url });
  box.querySelector(".actions").hidden = some;
}

/** Days, bubbles, and one line for what has not arrived. */
function linesOf(messages) {
  if (messages.length === 0) return [{ key: "empty", kind: "note", text: say("empty_thread") }];
  let day = "";
  return messages.flatMap((message) => {
    const { sid, status, error_code, at } = message;
    const separator =
      dayOf(at) === day ? [] : [{ key: `day ${sid}`, kind: "day", text: dayOf(at) }];
    day = dayOf(at);
    if (under_way.has(status))
      return [...separator, { key: sid, kind: "note", text: say("under_way") }];
    if (lost.has(status))
      return [
        ...separator,
        { key: sid, kind: "lost", text: `${say("not_arrived")} · ${error_code}` },
      ];
    return [...separator, { key: sid, kind: "bubble", message }];
  });
}

function drawLine(line) {
  if (line.kind !== "bubble") return el("div", { class: line.kind }, el("span", {}, line.text));
  const { side, body, at, automatic } = line.message;
  return el(
    "div",
    { class: `bubble ${side}` },
    el("p", {}, ...linked(body)),
    automatic ? el("small", {}, say("automatic")) : null,
    el("time", { datetime: new Date(at).toISOString() }, clock(at)),
  );
}

export function listenToThread() {
  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    const body = field.value.trim();
    if (body) void text(body).then((sent) => sent && clear(body));
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    composer.requestSubmit();
  });
  field.addEventListener("input", grow);
  for (const button of $("quick").querySelectorAll("button"))
    button.addEventListener("click", () => void text(button.dataset.text));
  const tick = () => ($("clock").textContent = clock(Date.now()));
  setInterval(tick, 5_000);
  tick();
}

/** What was typed meanwhile stays. */
function clear(body) {
  if (field.value.trim() === body) field.value = "";
  grow();
}

function grow() {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}

async function text(body) {
  const error = $("send-error");
  try {
    await post("texts", { from: store.shown, body });
    error.hidden = true;
    return true;
  } catch {
    error.hidden = false;
    return false;
  }
}
