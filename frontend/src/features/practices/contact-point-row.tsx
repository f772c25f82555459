import type { ContactPoint } from "#contracts/practices.ts";
import { Trans } from "@lingui/react/macro";
import { Ban } from "lucide-react";
import type { ReactNode } from "react";
import { phoneNumber } from "../../i18n/format.ts";
import { ChannelBadge } from "../../ui/channel-badge.tsx";

interface ContactPointRowProps {
  point: ContactPoint;
  action?: ReactNode;
}

export const ContactPointRow = ({ point, action }: ContactPointRowProps) => (
  <li className="flex items-start gap-3 py-1.5">
    <ChannelBadge channel={point.channel} size={24} />
    <div className="min-w-0 flex-1">
      <p className="truncate">{phoneNumber(point.address)}</p>
      {point.people.length > 0 && (
        <p className="truncate text-xs text-ink-3">
          {point.people.map(({ name }) => name).join(", ")}
        </p>
      )}
      {point.opted_out && (
        <p className="flex items-center gap-1 text-xs text-warn-text">
          <Ban size={12} aria-hidden="true" />
          <Trans>Opted out</Trans>
        </p>
      )}
      {point.line_type === "landline" && (
        <p className="text-xs text-ink-3">
          <Trans>Landline, cannot receive SMS</Trans>
        </p>
      )}
    </div>
    {action}
  </li>
);
