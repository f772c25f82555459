import { $ } from "./dom.js";
import { drawMailbox } from "./mailbox.js";
import { drawPhones, listenToPhones } from "./phones.js";
import { changed, live, show, store } from "./store.js";
import { drawSwitches, listenToSwitches } from "./switches.js";
import { drawThread, listenToThread } from "./thread.js";
import { drawWire, listenToWire } from "./wire.js";

const offline = document.querySelector(".offline");

function draw() {
  const known = store.shown === "mailbox" || store.phones.has(store.shown);
  const [first] = store.phones.keys();
  if (!known && first) show(first);
  drawThread();
  drawMailbox();
  drawPhones();
  drawSwitches();
  drawWire();
}

function drawTabs() {
  for (const tab of $("tabs").children)
    tab.setAttribute("aria-current", String(tab.value === document.body.dataset.pane));
}

$("tabs").addEventListener("click", ({ target }) => {
  const tab = target.closest("button");
  if (tab) document.body.dataset.pane = tab.value;
});
new MutationObserver(drawTabs).observe(document.body, { attributeFilter: ["data-pane"] });
document.addEventListener("visibilitychange", changed);

drawTabs();
listenToPhones();
listenToSwitches();
listenToThread();
listenToWire();
live(draw, (connected) => {
  offline.hidden = connected;
});
