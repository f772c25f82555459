import { useLingui } from "@lingui/react/macro";
import { clockTime } from "../../i18n/format.ts";
import { classes } from "../../ui/classes.ts";
import { deliveries } from "./delivery.ts";
import type { ThreadMessage } from "./thread-message.ts";

/** Picture and word on the last of ours; elsewhere the picture, with the word for who cannot see it. */
export function DeliveryNote({ message, worded }: { message: ThreadMessage; worded: boolean }) {
  const { i18n } = useLingui();
  const { Icon, word, tone } = deliveries[message.status];
  const at = message.read_at ?? message.delivered_at ?? message.sent_at;
  return (
    <span key={message.status} className={classes("appear inline-flex items-center gap-1", tone)}>
      <Icon size={14} strokeWidth={1.75} aria-hidden="true" />
      <span className={classes(!worded && "sr-only")}>
        {i18n._(word)}{" "}
        {at !== null && (
          <span className="tabular-nums">{clockTime(i18n.locale, new Date(at))}</span>
        )}
      </span>
    </span>
  );
}
