const seen = JSON.parse(localStorage.getItem("seen") ?? "{}");

/** What the simulator says there is, and what this page looks at. */
export const store = {
  phone_number: "",
  phones: new Map(),
  messages: new Map(),
  mails: new Map(),
  wire: new Map(),
  /** Faults of the provider, and callbacks that wait for a hand. */
  provider: [],
  held: [],
  /** "mailbox", the number of a phone, or null */
  shown: location.hash.slice(1) || null,
  filter: "all",
};

let draw = () => {};
let drawing = false;

/** Several changes in one frame are drawn once. */
export function changed() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame(() => {
    drawing = false;
    draw();
  });
}

/** @param {string | null} shown */
export function show(shown) {
  store.shown = shown;
  history.replaceState(null, "", shown ? `#${shown}` : location.pathname);
  changed();
}

/** @param {string} place @param {number} at */
export function markSeen(place, at) {
  if ((seen[place] ?? 0) >= at) return;
  seen[place] = at;
  localStorage.setItem("seen", JSON.stringify(seen));
}

/** @param {string} place */
export const seenUpTo = (place) => seen[place] ?? 0;

const changes = {
  phone: ({ phone }) => store.phones.set(phone.address, phone),
  message: ({ message }) => store.messages.set(message.sid, message),
  message_deleted: ({ sid }) => store.messages.delete(sid),
  mail: ({ mail }) => store.mails.set(mail.id, mail),
  wire: ({ entry }) => store.wire.set(entry.id, entry),
  provider: ({ faults }) => (store.provider = faults),
  held: ({ held }) => (store.held = held),
};

/** @param {() => void} onChange @param {(connected: boolean) => void} onConnection */
export function live(onChange, onConnection) {
  draw = onChange;
  const events = new EventSource("/_simulator/events");
  events.addEventListener("open", () => onConnection(true));
  events.addEventListener("error", () => onConnection(false));
  events.addEventListener("snapshot", ({ data }) => {
    const all = JSON.parse(data);
    store.phone_number = all.phone_number;
    store.phones = new Map(all.phones.map((phone) => [phone.address, phone]));
    store.messages = new Map(all.messages.map((message) => [message.sid, message]));
    store.mails = new Map(all.mails.map((mail) => [mail.id, mail]));
    store.wire = new Map(all.wire.map((entry) => [entry.id, entry]));
    store.provider = all.provider_faults;
    store.held = all.held;
    changed();
  });
  events.addEventListener("change", ({ data }) => {
    const change = JSON.parse(data);
    changes[change.type]?.(change);
    changed();
  });
}

/** @param {string} path @param {object} body */
export const post = (path, body) => call("POST", path, body);

/** @param {string} path @param {object} body */
export const put = (path, body) => call("PUT", path, body);

async function call(method, path, body) {
  const response = await fetch(`/_simulator/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}
