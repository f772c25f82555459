import type { ContactPoint } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Ban } from "lucide-react";
import { phoneNumber } from "../../i18n/format.ts";
import { ChannelBadge } from "../../ui/channel-badge.tsx";

const shown = 2;

const OptedOut = () => {
  const { t } = useLingui();
  return (
    <Ban
      size={12}
      strokeWidth={2}
      role="img"
      aria-label={t`Opted out`}
      className="shrink-0 text-warn-text"
    />
  );
};

/** In a row: every channel's mark, and where there is room the first addresses. */
export function PointMarks({ points }: { points: ContactPoint[] }) {
  const channels = [...new Map(points.map((point) => [point.channel, point])).keys()];
  const more = points.length - shown;
  return (
    <>
      <span className="flex items-center gap-1 @min-[560px]:hidden">
        {channels.map((channel) => (
          <ChannelBadge key={channel} channel={channel} size={20} />
        ))}
        {points.some(({ opted_out }) => opted_out) && <OptedOut />}
      </span>
      <span className="hidden min-w-0 content-center gap-0.5 text-xs text-ink-2 @min-[560px]:grid">
        {points.slice(0, shown).map(({ id, channel, address, opted_out }, index) => (
          <span key={id} className="flex min-w-0 items-center gap-2">
            <ChannelBadge channel={channel} size={20} />
            <span className="truncate tabular-nums">{phoneNumber(address)}</span>
            {opted_out && <OptedOut />}
            {index === shown - 1 && more > 0 && (
              <span className="shrink-0 text-ink-3">
                <Trans>+{more}</Trans>
              </span>
            )}
          </span>
        ))}
      </span>
    </>
  );
}
