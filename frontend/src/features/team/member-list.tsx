import type { Me, Member } from "#contracts/team.ts";
import { useLingui } from "@lingui/react/macro";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { membersQuery } from "../../api/list-members.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RowSkeletons } from "../../ui/row-skeletons.tsx";
import { EditMember } from "./edit-member.tsx";
import { MemberRow } from "./member-row.tsx";

interface MemberListProps {
  me: Me;
  mayManage: boolean;
}

export function MemberList({ me, mayManage }: MemberListProps) {
  const { t } = useLingui();
  const query = useInfiniteQuery(membersQuery);
  const [editing, setEditing] = useState<Member | null>(null);
  const members = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const done = () => setEditing(null);

  if (query.isPending) return <RowSkeletons height_px={60} count={3} />;
  if (query.isError && members.length === 0)
    return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <ul aria-label={t`Team`} className="divide-y divide-line">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            isMe={member.id === me.id}
            action={
              mayManage && (
                <IconButton label={t`Edit ${member.name}`} onClick={() => setEditing(member)}>
                  <Pencil size={16} strokeWidth={1.75} />
                </IconButton>
              )
            }
          />
        ))}
      </ul>
      <LoadMore query={query} />
      <Dialog open={editing !== null} title={t`Edit colleague`} onClose={done}>
        {editing && (
          <>
            <p className="-mt-1 mb-4 text-ink-3">{editing.email}</p>
            <EditMember member={editing} isMe={editing.id === me.id} onDone={done} />
          </>
        )}
      </Dialog>
    </>
  );
}
