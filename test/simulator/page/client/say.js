const setup = JSON.parse(document.getElementById("setup").textContent);

export const language = setup.language;
export const app_url = setup.app_url;

/** @param {string} word @param {Record<string, unknown>} [values] */
export function say(word, values = {}) {
  return setup.words[word].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const second = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
const day = new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" });

/** @param {number} at */
export const clock = (at) => time.format(at);

/** @param {number} at */
export const exactly = (at) => second.format(at);

/** @param {number} at */
export function dayOf(at) {
  const name = day.format(at);
  return name === day.format(Date.now()) ? say("today") : name;
}

/** Grouped as people in Belgium write it: +32 470 00 00 14. @param {string} address */
export const readable = (address) =>
  address
    .replace(/^(\+32)(4\d\d)(\d\d)(\d\d)(\d\d)$/, "$1 $2 $3 $4 $5")
    .replace(/^(\+32)(\d)(\d{3})(\d\d)(\d\d)$/, "$1 $2 $3 $4 $5");
