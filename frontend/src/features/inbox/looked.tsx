import type { Message } from "#contracts/messages.ts";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { clockTime, dayOf, fullTime, shortDate } from "../../i18n/format.ts";

type Looked = NonNullable<Message["looked"]>;

/** Counted in words; it never says more than the list did. */
export const LookedFound = ({ found }: Pick<Looked, "found">) => (
  <Plural
    value={found}
    _0="not found in the provider’s list."
    one="# text in the list may be this one."
    other="# texts in the list may be this one."
  />
);

interface LookedNoteProps {
  looked: Looked;
  /** The day the thread stands at; another one is named. */
  sentAt: string;
}

/** The evidence for an unknown message: when the provider's list was searched, and what was there. */
export function LookedNote({ looked: { at, found }, sentAt }: LookedNoteProps) {
  const { i18n, t } = useLingui();
  const moment = new Date(at);
  const time = clockTime(i18n.locale, moment);
  const date = shortDate(i18n.locale, moment);
  const sameDay = dayOf(moment) === dayOf(new Date(sentAt));
  const when = sameDay ? t`at ${time}` : t`on ${date} at ${time}`;
  return (
    <p className="text-right text-pretty text-ink-2">
      <time dateTime={at} title={fullTime(i18n.locale, moment)} className="tabular-nums">
        <Trans>Checked {when}:</Trans>
      </time>{" "}
      <LookedFound found={found} />
    </p>
  );
}
