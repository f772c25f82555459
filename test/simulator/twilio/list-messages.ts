import type { Message } from "../core/state.ts";
import type { World } from "../core/world.ts";
import { messagesPath, messageView } from "./message-view.ts";
import type { Refused } from "./refusals.ts";

const filters = ["To", "From", "DateSent", "DateSent<", "DateSent>"] as const;
const usual_page = 50;
const largest_page = 1000;
const day_ms = 86_400_000;

type Test = (message: Message, value: string) => boolean;

/** Days are GMT and both bounds count; what is not sent yet matches no date. */
const tests: Record<(typeof filters)[number], Test> = {
  To: (message, value) => message.to === value,
  From: (message, value) => message.from === value,
  DateSent: ({ sent_at }, value) => sent_at !== null && dayOf(sent_at) === dayOf(Date.parse(value)),
  "DateSent<": ({ sent_at }, value) => sent_at !== null && sent_at <= endOf(value),
  "DateSent>": ({ sent_at }, value) => sent_at !== null && sent_at >= Date.parse(value),
};

const dayOf = (at: number): number => Math.floor(at / day_ms);

const endOf = (value: string): number =>
  /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) + day_ms - 1 : Date.parse(value);

/** Newest first. A page token names a message, so that new arrivals shift no page. */
export function listMessages(world: World, query: URLSearchParams) {
  const wanted = filters.filter((name) => query.has(name));
  const unreadable = wanted.find(
    (name) => name.startsWith("Date") && Number.isNaN(Date.parse(query.get(name) ?? "")),
  );
  if (unreadable) return refused(unreadable);

  const found = Object.values(world.state.messages)
    .toReversed()
    .filter((message) => wanted.every((name) => tests[name](message, query.get(name) ?? "")));
  const size = pageSize(query);
  const start = startOf(found, size, query.get("PageToken"));
  if (start === null) return refused("PageToken");

  const shown = found.slice(start, start + size);
  const number = Math.ceil(start / size);
  const uri = (page: number, token: string | null): string => {
    const next = new URLSearchParams();
    for (const name of wanted) next.set(name, query.get(name) ?? "");
    next.set("PageSize", String(size));
    next.set("Page", String(page));
    if (token) next.set("PageToken", token);
    return `${messagesPath(world.settings)}.json?${next.toString()}`;
  };
  const more = found.length > start + size;
  return {
    messages: shown.map((message) => messageView(world.settings, message)),
    page: number,
    page_size: size,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: uri(number, query.get("PageToken")),
    first_page_uri: uri(0, null),
    next_page_uri: more ? uri(number + 1, `PA${shown.at(-1)?.sid}`) : null,
    previous_page_uri: start > 0 ? uri(number - 1, `PB${shown[0]?.sid}`) : null,
  };
}

const refused = (about: string): Refused => ({ code: 20001, about });

function pageSize(query: URLSearchParams): number {
  const wish = Math.trunc(Number(query.get("PageSize")));
  return wish >= 1 ? Math.min(largest_page, wish) : usual_page;
}

/** PA<sid> starts behind that message, PB<sid> ends before it. */
function startOf(found: readonly Message[], size: number, token: string | null): number | null {
  if (token === null) return 0;
  const index = found.findIndex(({ sid }) => sid === token.slice(2));
  if (index < 0) return null;
  return token.startsWith("PA") ? index + 1 : Math.max(0, index - size);
}
