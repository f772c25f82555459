import { Trans, useLingui } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import { Refusal } from "../api/client.ts";
import { meQuery } from "../api/get-me.ts";
import { may } from "../api/may.ts";
import { ContactPoints } from "../features/practices/contact-points.tsx";
import { DeletePractice } from "../features/practices/delete-practice.tsx";
import { PracticeDetails } from "../features/practices/practice-details.tsx";
import { usePractice } from "../features/practices/use-practice.ts";
import { SMSHistory } from "../features/sms/sms-history.tsx";
import { Chip } from "../ui/chip.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu } from "../ui/menu.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { RowSkeletons } from "../ui/row-skeletons.tsx";
import { useTitle } from "../ui/use-title.ts";
import { PracticeFrame } from "./practice-frame.tsx";
import { PracticeWrite } from "./practice-write.tsx";

/** Trying again does not bring back what was deleted. */
const gone = (error: unknown): boolean =>
  error instanceof Refusal && error.problem.code === "practice_not_found";

export function PracticePage() {
  const { id } = useParams({ from: "/app/practices/$id" });
  return <OnePractice key={id} id={id} />;
}

/** One practice: how to write to them, how to reach them, who they are, what was texted. */
function OnePractice({ id }: { id: number }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const { data: practice, error, refetch } = usePractice(id);
  const [deleting, setDeleting] = useState(false);
  useTitle(practice?.name ?? t`Practice`, t`Practices`);
  const mayWrite = may(me, "practices.write");

  const open = (other: number) =>
    void navigate({
      to: "/practices/$id",
      params: { id: other },
      search: (before) => before,
      ignoreBlocker: true,
    });

  if (!practice)
    return (
      <PracticeFrame title={t`Practice`}>
        {error ? (
          <ProblemNotice
            error={error}
            {...(gone(error) ? {} : { onRetry: () => void refetch() })}
          />
        ) : (
          <RowSkeletons height_px={72} count={5} />
        )}
      </PracticeFrame>
    );

  return (
    <PracticeFrame
      title={practice.name}
      actions={
        <>
          {practice.is_demo && (
            <Chip look="accent">
              <Trans>Demo</Trans>
            </Chip>
          )}
          {may(me, "practices.delete") && (
            <Menu
              trigger={
                <IconButton label={t`More`}>
                  <Ellipsis size={16} strokeWidth={1.75} />
                </IconButton>
              }
              items={[
                {
                  label: t`Delete practice`,
                  icon: <Trash2 size={16} strokeWidth={1.75} />,
                  danger: true,
                  onSelect: () => setDeleting(true),
                },
              ]}
            />
          )}
        </>
      }
    >
      <div className="divide-y divide-line px-6 max-md:px-4 [&>*]:py-4">
        <PracticeWrite practice={practice} me={me} />
        <ContactPoints practice={practice} mayWrite={mayWrite} onOpenOther={open} />
        <PracticeDetails practice={practice} mayWrite={mayWrite} />
        <section>
          <h3 className="mb-1.5 font-strong text-ink-2">
            <Trans>SMS messages</Trans>
          </h3>
          <SMSHistory practiceId={id} />
        </section>
      </div>
      <DeletePractice
        practice={practice}
        open={deleting}
        onClose={() => setDeleting(false)}
        onDeleted={() =>
          void navigate({
            to: "/practices",
            search: (before) => before,
            replace: true,
            ignoreBlocker: true,
          })
        }
      />
    </PracticeFrame>
  );
}
