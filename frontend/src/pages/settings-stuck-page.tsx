import { may } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { meQuery } from "../api/get-me.ts";
import { DeadLetterList } from "../features/jobs/dead-letter-list.tsx";
import { SettingsSection } from "./settings-section.tsx";

export function SettingsStuckPage() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  if (!may(me.role, "jobs.manage")) return <Navigate to="/settings" replace />;
  return (
    <SettingsSection
      title={t`Stuck work`}
      intro={
        <Trans>
          Work that was given up after several tries. Trying again never sends a message twice.
        </Trans>
      }
    >
      <div className="border-t border-line">
        <DeadLetterList />
      </div>
    </SettingsSection>
  );
}
