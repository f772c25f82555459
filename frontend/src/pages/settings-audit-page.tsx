import { may } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { meQuery } from "../api/get-me.ts";
import { AuditList } from "../features/team/audit-list.tsx";
import { SettingsSection } from "./settings-section.tsx";

export function SettingsAuditPage() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  if (!may(me.role, "audit.read")) return <Navigate to="/settings" replace />;
  return (
    <SettingsSection title={t`Audit log`} intro={<Trans>Who did what, newest first.</Trans>}>
      <AuditList />
    </SettingsSection>
  );
}
