import { Trans, useLingui } from "@lingui/react/macro";
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { Message } from "#contracts/messages.ts";
import { fullTime, phoneNumber } from "../../i18n/format.ts";
import { LookedFound } from "./looked.tsx";

const moments = [
  ["timestamp", msg`Stored`],
  ["due_at", msg`Leaves`],
  ["sent_at", msg`Sent`],
  ["delivered_at", msg`Delivered`],
  ["read_at", msg`Read`],
  ["failed_at", msg`Failed`],
] as const satisfies [keyof Message, MessageDescriptor][];

/** Every moment that is known about one message. */
export function MessageDetails({ message }: { message: Message }) {
  const { i18n } = useLingui();
  const rows = moments.flatMap(([key, label]) => {
    const at = message[key];
    const isPast = key !== "due_at" || message.status === "queued";
    return at === null || !isPast
      ? []
      : [{ label: i18n._(label), text: fullTime(i18n.locale, new Date(at)) }];
  });
  return (
    <dl className="grid gap-2 text-xs [&_dd]:text-ink [&_dt]:text-ink-3">
      {rows.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {message.looked !== null && (
        <div>
          <dt>
            <Trans>Checked at the provider</Trans>
          </dt>
          <dd>{fullTime(i18n.locale, new Date(message.looked.at))}</dd>
          <dd className="first-letter:uppercase">
            <LookedFound found={message.looked.found} />
          </dd>
        </div>
      )}
      <div>
        <dt>{message.direction === "inbound" ? <Trans>From</Trans> : <Trans>To</Trans>}</dt>
        <dd>{phoneNumber(message.address)}</dd>
      </div>
      {message.segments !== null && (
        <div>
          <dt>
            <Trans>Segments</Trans>
          </dt>
          <dd>{message.segments}</dd>
        </div>
      )}
      {message.price !== null && (
        <div>
          <dt>
            <Trans>Price</Trans>
          </dt>
          <dd>
            {new Intl.NumberFormat(`${i18n.locale}-BE`, {
              style: "currency",
              currency: message.price.currency,
              minimumFractionDigits: 2,
              maximumFractionDigits: 4,
            }).format(Math.abs(message.price.micros) / 1_000_000)}
          </dd>
        </div>
      )}
      {message.failure?.provider_code && (
        <div>
          <dt>
            <Trans>Code of the provider</Trans>
          </dt>
          <dd className="font-mono">{message.failure.provider_code}</dd>
        </div>
      )}
    </dl>
  );
}
