import type { ApiKey } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { useNow } from "../../ui/use-now.ts";
import { day } from "./day.ts";
import { roleNames } from "./role-names.ts";

interface ApiKeyRowProps {
  apiKey: ApiKey;
  onRevoke: () => void;
}

export function ApiKeyRow({ apiKey, onRevoke }: ApiKeyRowProps) {
  const { i18n, t } = useLingui();
  const now = useNow();
  const { name, start, role, expires_at } = apiKey;
  const until = expires_at === null ? null : day(i18n.locale, expires_at);
  const expired = expires_at !== null && new Date(expires_at) <= now;
  const life =
    until === null ? (
      <Trans>Does not expire</Trans>
    ) : expired ? (
      until
    ) : (
      <Trans>until {until}</Trans>
    );

  return (
    <li className="flex min-h-15 items-center gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {expired && (
            <Chip look="warn">
              <Trans>Expired</Trans>
            </Chip>
          )}
        </p>
        <p className="truncate text-xs text-ink-3">
          <span className="font-mono">{start}…</span>
          <span className="md:hidden"> · {i18n._(roleNames[role])}</span>
          <span className="lg:hidden"> · {life}</span>
        </p>
      </div>
      <span className="w-28 text-ink-2 max-md:hidden">{i18n._(roleNames[role])}</span>
      <span className="w-40 text-ink-2 max-lg:hidden">{life}</span>
      <Button size="sm" aria-label={t`Revoke ${name}`} onClick={onRevoke}>
        <Trans>Revoke</Trans>
      </Button>
    </li>
  );
}
