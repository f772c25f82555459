import type { ChannelKind } from "#contracts/channels.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Ban } from "lucide-react";
import { phoneNumber } from "../../i18n/format.ts";
import { ChannelBadge } from "../../ui/channel-badge.tsx";

/** One address a reply can go to. */
export interface ReplyTarget {
  contactPointId: string;
  channel: ChannelKind;
  address: string;
  optedOut: boolean;
}

interface ReplyTargetBarProps {
  target: ReplyTarget;
  targets: ReplyTarget[];
  onChoose: (contactPointId: string) => void;
}

/** Over which channel and to which number, and why that may be barred. */
export function ReplyTargetBar({ target, targets, onChoose }: ReplyTargetBarProps) {
  const { t } = useLingui();
  return (
    <div className="flex items-center gap-2 border-b border-line px-3 py-1.5 text-sm">
      <ChannelBadge channel={target.channel} size={20} />
      {targets.length > 1 ? (
        <select
          aria-label={t`Send to`}
          value={target.contactPointId}
          onChange={({ target: { value } }) => onChoose(value)}
          className="h-7 rounded-1 bg-transparent pr-1 font-medium text-ink max-md:h-11"
        >
          {targets.map(({ contactPointId, address }) => (
            <option key={contactPointId} value={contactPointId}>
              {phoneNumber(address)}
            </option>
          ))}
        </select>
      ) : (
        <span className="py-1 font-medium">{phoneNumber(target.address)}</span>
      )}
      {target.optedOut && (
        <span className="ml-auto flex items-center gap-1.5 text-xs text-warn-text">
          <Ban size={14} strokeWidth={1.75} aria-hidden="true" />
          <Trans>Opted out of SMS. Only an answer to a later text may leave.</Trans>
        </span>
      )}
    </div>
  );
}
