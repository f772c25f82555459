/** @param {string} id */
export const $ = (id) => document.getElementById(id);

/**
 * Text only ever becomes a text node: what somebody sent is shown, never run.
 * @param {string} tag @param {Record<string, unknown>} [attributes] @param {...(Node | string | null)} children
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children.filter((child) => child !== null));
  return node;
}

/**
 * Keeps one child per item, in order, and touches only what changed, so that focus and scroll stay.
 * @template Item
 * @param {Element} parent @param {Item[]} items @param {(item: Item) => string} keyOf @param {(item: Item) => Element} draw
 */
export function keyed(parent, items, keyOf, draw) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  items.forEach((item, index) => {
    const key = keyOf(item);
    const version = JSON.stringify(item);
    let child = before.get(key);
    before.delete(key);
    if (child?.dataset.version !== version) {
      const fresh = draw(item);
      fresh.dataset.key = key;
      fresh.dataset.version = version;
      const focused = child?.contains(document.activeElement);
      child?.replaceWith(fresh);
      child = fresh;
      if (focused) child.focus();
    }
    if (parent.children[index] !== child)
      parent.insertBefore(child, parent.children[index] ?? null);
  });
  for (const gone of before.values()) gone.remove();
}

/** Web addresses become links, all else stays text. @param {string} text */
export function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .map((part, index) =>
      index % 2 ? el("a", { href: part, target: "_blank", rel: "noreferrer" }, part) : part,
    );
}

/** @param {Element} scroller @param {() => void} change */
export function stayingAtTheEnd(scroller, change) {
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40;
  change();
  if (atEnd) scroller.scrollTop = scroller.scrollHeight;
}
