import { useState } from "react";
import { uuidv7 } from "uuidv7";
import { stored } from "../../ui/stored.ts";
import { type FirstSms, readFirstSms, rewrite } from "./first-sms.ts";

/** Kept on this device until it has left. */
export function useFirstSms(practiceId: number, numbers: readonly string[]) {
  const [storage] = useState(() => stored(`spreekuur.draft.practice_${practiceId}`));
  const [sms, setSms] = useState<FirstSms>(() => {
    const kept = readFirstSms(storage.get()) ?? { key: uuidv7(), text: "", to: null };
    const known = kept.to !== null && numbers.includes(kept.to);
    return known ? kept : rewrite(kept, { to: numbers[0] ?? null }, uuidv7);
  });
  const write = (change: Partial<FirstSms>) => {
    const next = rewrite(sms, change, uuidv7);
    setSms(next);
    if (next.text === "") storage.remove();
    else storage.set(JSON.stringify(next));
  };
  return { sms, write, forget: () => storage.remove() };
}
