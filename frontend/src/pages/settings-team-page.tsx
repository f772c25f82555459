import { may } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { meQuery } from "../api/get-me.ts";
import { InviteMember } from "../features/team/invite-member.tsx";
import { MemberList } from "../features/team/member-list.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { SettingsSection } from "./settings-section.tsx";

export function SettingsTeamPage() {
  const { t } = useLingui();
  const { data: me } = useSuspenseQuery(meQuery);
  const [inviting, setInviting] = useState(false);
  const mayManage = may(me.role, "team.manage");

  return (
    <SettingsSection
      title={t`Team`}
      action={
        mayManage && (
          <Button
            look="filled"
            icon={<UserRoundPlus size={14} strokeWidth={1.75} />}
            onClick={() => setInviting(true)}
          >
            <Trans>Invite a colleague</Trans>
          </Button>
        )
      }
    >
      <div className="border-t border-line">
        <MemberList me={me} mayManage={mayManage} />
      </div>
      <Dialog open={inviting} title={t`Invite a colleague`} onClose={() => setInviting(false)}>
        <InviteMember onDone={() => setInviting(false)} />
      </Dialog>
    </SettingsSection>
  );
}
