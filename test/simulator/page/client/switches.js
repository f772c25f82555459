import { choose, chosen, unusual } from "./behaviour.js";
import { $, el } from "./dom.js";
import { readable, say } from "./say.js";
import { changed, post, put, store } from "./store.js";

const box = $("switches");

/** Which faults a group of radios (or a checkbox) decides on. */
const groups = Object.groupBy(box.querySelectorAll("input"), ({ name }) => name);
const faultsOf = (group) => groups[group].map(({ value }) => value);

const phone = () => store.phones.get(store.shown);
const faultsBehind = (group) => (group === "phone" ? (phone()?.faults ?? []) : store.provider);

let before = Promise.resolve();
let under_way = 0;

export function drawSwitches() {
  $("phone-switches").disabled = !phone();
  $("switched-phone").textContent = phone() ? nameOf(phone()) : say("no_phone");
  // What was just chosen stays chosen while the simulator is being told.
  for (const group of under_way ? [] : Object.keys(groups)) {
    const fault = chosen(faultsBehind(group), faultsOf(group));
    for (const input of groups[group]) input.checked = input.value === fault;
  }
  $("held").hidden = store.held.length === 0;
  $("held").firstElementChild.textContent = waiting();
  drawSwitchedOn();
}

/** @param {{ fault: string, chance: number }[]} faults */
export const inWords = (faults) =>
  unusual(faults)
    .map(({ fault, chance }) => say(`is_${fault}`) + (chance < 1 ? ` ${percent(chance)}` : ""))
    .join(", ");

const percent = (chance) => `${Math.round(chance * 100)}%`;
const nameOf = ({ name, address }) => name ?? readable(address);
const waiting = () =>
  store.held.length === 1 ? say("waiting_one") : say("waiting", { n: store.held.length });

const changedPhones = () =>
  [...store.phones.values()].filter(({ faults }) => unusual(faults).length);

/** The line names as many phones as one takes in at a glance. */
const named = 3;

function drawSwitchedOn() {
  const phones = changedPhones();
  const lines = [
    ...lineOf(say("provider"), store.provider),
    ...(phones.length > named
      ? [[say("some_phones", { n: phones.length })]]
      : phones.flatMap((one) => lineOf(nameOf(one), one.faults))),
    ...(store.held.length ? [[waiting()]] : []),
  ];
  const parts = lines.map((line) => el("span", {}, ...line));
  const shown = $("switched-on").firstElementChild;
  // Announced only when it says something else.
  if (shown.textContent !== parts.map(({ textContent }) => textContent).join(""))
    shown.replaceChildren(...parts);
  $("switched-on").hidden = lines.length === 0;
}

const lineOf = (name, faults) =>
  unusual(faults).length ? [[el("b", {}, name), ` ${inWords(faults)}`]] : [];

export function listenToSwitches() {
  box.addEventListener("change", ({ target }) => {
    const group = target.name;
    const fault = target.checked ? target.value : "normal";
    const address = store.shown;
    tried(() => setFault(group, fault, address));
  });
  $("release").addEventListener("click", () => tried(() => post("callbacks/release", {})));
  $("everything-normal").addEventListener("click", () => tried(everythingNormal));
}

async function setFault(group, fault, address) {
  const next = (faults) => ({ faults: choose(faults, faultsOf(group), fault) });
  if (group === "phone") {
    const phone = await put(`phones/${address}/behaviour`, next(store.phones.get(address).faults));
    store.phones.set(address, phone);
  } else {
    store.provider = (await put("behaviour", next(store.provider))).faults;
  }
}

/** What was held back arrives too: that is what normally happens. */
async function everythingNormal() {
  await put("behaviour", { faults: [] });
  for (const { address } of changedPhones())
    await put(`phones/${address}/behaviour`, { faults: [] });
  await post("callbacks/release", {});
}

/** One after the other: each starts from what the one before it left. */
function tried(change) {
  under_way += 1;
  before = before.then(async () => {
    const failed = await change().then(
      () => false,
      () => true,
    );
    $("switch-error").hidden = !failed;
    under_way -= 1;
    changed();
  });
}
