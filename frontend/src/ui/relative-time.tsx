import { useLingui } from "@lingui/react/macro";
import { fullTime, listTime } from "../i18n/format.ts";
import { useNow } from "./use-now.ts";

/** Short in the list, whole in the title. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const { i18n } = useLingui();
  const now = useNow();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={fullTime(i18n.locale, moment)} className={className}>
      {listTime(i18n.locale, moment, now)}
    </time>
  );
}
