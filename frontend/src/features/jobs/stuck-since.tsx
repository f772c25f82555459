import { Trans, useLingui } from "@lingui/react/macro";
import { clockTime, dayOf, fullTime, shortDate } from "../../i18n/format.ts";
import { useNow } from "../../ui/use-now.ts";

export function StuckSince({ at }: { at: string }) {
  const { i18n } = useLingui();
  const now = useNow();
  const moment = new Date(at);
  const time = clockTime(i18n.locale, moment);
  const date = shortDate(i18n.locale, moment);
  return (
    <time dateTime={at} title={fullTime(i18n.locale, moment)} className="tabular-nums">
      {dayOf(moment) === dayOf(now) ? (
        <Trans>Stuck since {time}</Trans>
      ) : (
        <Trans>
          Stuck since {date} at {time}
        </Trans>
      )}
    </time>
  );
}
