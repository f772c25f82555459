import { Trans } from "@lingui/react/macro";
import { Ban } from "lucide-react";
import type { SmsReach } from "./sms-reach.ts";

/** Why no SMS can leave, and what would change that. */
export const BarredReach = ({ reach }: { reach: Exclude<SmsReach, "open"> }) => (
  <p className="flex items-center gap-2 text-ink-2">
    <Ban size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-warn-text" />
    {reach === "opted_out" ? (
      <Trans>Opted out of SMS. You can answer once they write again.</Trans>
    ) : (
      <Trans>No mobile number. Add one to send an SMS.</Trans>
    )}
  </p>
);
