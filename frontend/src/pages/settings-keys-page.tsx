import { may } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { meQuery } from "../api/get-me.ts";
import { ApiKeys } from "../features/team/api-keys.tsx";
import { CreateKeyDialog } from "../features/team/create-key-dialog.tsx";
import { Button } from "../ui/button.tsx";
import { SettingsSection } from "./settings-section.tsx";

export function SettingsKeysPage() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  const [creating, setCreating] = useState(false);

  if (!may(me.role, "keys.manage")) return <Navigate to="/settings" replace />;
  return (
    <SettingsSection
      title={t`API keys`}
      intro={
        <Trans>
          Another program signs in with a key instead of a mail. What it may do is in the{" "}
          <a href="/api/docs" target="_blank" rel="noreferrer" className="link">
            API documentation
          </a>
          .
        </Trans>
      }
      action={
        <Button
          look="filled"
          icon={<KeyRound size={14} strokeWidth={1.75} />}
          onClick={() => setCreating(true)}
        >
          <Trans>New API key</Trans>
        </Button>
      }
    >
      <div className="border-t border-line">
        <ApiKeys />
      </div>
      <CreateKeyDialog open={creating} onClose={() => setCreating(false)} />
    </SettingsSection>
  );
}
