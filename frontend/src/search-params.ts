import type { ConversationFilter } from "#contracts/inbox.ts";

type Raw = Record<string, unknown>;

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== ""
    ? value
    : typeof value === "number"
      ? String(value)
      : undefined;

/** Keeps only what is there, so that an address never carries an empty word. */
const present = <T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  // Leaving keys out is what this type says; Object.entries cannot.
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as never;

export interface InboxSearch {
  /** The open conversation. */
  c?: string;
  filter?: ConversationFilter;
  q?: string;
  /** The practice beside the thread, where it is not always there. */
  panel?: "practice";
}

export const inboxSearch = (raw: Raw): InboxSearch =>
  present({
    c: text(raw["c"]),
    filter: raw["filter"] === "unread" ? ("unread" as const) : undefined,
    q: text(raw["q"]),
    panel: raw["panel"] === "practice" ? ("practice" as const) : undefined,
  });

export interface PracticesSearch {
  q?: string;
}

export const practicesSearch = (raw: Raw): PracticesSearch => present({ q: text(raw["q"]) });

export interface SignInSearch {
  /** Where one was going. */
  to?: string;
}

export const signInSearch = (raw: Raw): SignInSearch => present({ to: text(raw["to"]) });

export const signInLinkSearch = (raw: Raw): SignInSearch & { token?: string } =>
  present({ to: text(raw["to"]), token: text(raw["token"]) });
