/** An SMS to a practice that has no conversation yet. */
export interface FirstSms {
  /** Goes with the text: tried again, also after closing the page, it leaves at most once. */
  key: string;
  text: string;
  to: string | null;
}

/** Another text or number is another message; the same one is not. */
export function rewrite(sms: FirstSms, change: Partial<FirstSms>, newKey: () => string): FirstSms {
  const next = { ...sms, ...change };
  const same = next.text.trim() === sms.text.trim() && next.to === sms.to;
  return same ? next : { ...next, key: newKey() };
}

const isText = (value: unknown): value is string => typeof value === "string";

/** What storage kept; null for anything that is not whole. */
export function readFirstSms(stored: string | null): FirstSms | null {
  try {
    const { key, text, to } = JSON.parse(stored ?? "{}") as Partial<
      Record<keyof FirstSms, unknown>
    >;
    return isText(key) && isText(text) ? { key, text, to: isText(to) ? to : null } : null;
  } catch {
    return null;
  }
}
