import type { Me } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowLeft, MessageSquareText, Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { practiceQuery } from "../api/get-practice.ts";
import { may } from "../api/may.ts";
import { ContactPoints } from "../features/practices/contact-points.tsx";
import { DeletePractice } from "../features/practices/delete-practice.tsx";
import { EditPracticeForm } from "../features/practices/edit-practice-form.tsx";
import { PracticeFacts } from "../features/practices/practice-facts.tsx";
import { NewSms } from "../features/sms/new-sms.tsx";
import { SMSHistory } from "../features/sms/sms-history.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";

interface PracticePaneProps {
  id: number;
  me: Me;
  onClose: () => void;
}

const Part = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="border-t border-line py-5">
    <h3 className="mb-2 font-strong text-ink-2">{title}</h3>
    {children}
  </section>
);

/** One practice: who they are, how to reach them, what was texted. */
export function PracticePane({ id, me, onClose }: PracticePaneProps) {
  const { t } = useLingui();
  const { data: practice, error, refetch } = useQuery(practiceQuery(id));
  const [doing, setDoing] = useState<"edit" | "sms" | null>(null);
  const done = () => setDoing(null);
  const mayWrite = may(me, "practices.write");

  return (
    <section className="min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface">
      <div className="mx-auto max-w-180 px-6 pb-12 max-md:px-4">
        <IconButton label={t`Back to the list`} onClick={onClose} className="mt-3 -ml-2 md:hidden">
          <ArrowLeft size={16} strokeWidth={1.75} />
        </IconButton>
        {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {practice && (
          <>
            <header className="flex flex-wrap items-start justify-between gap-3 py-6 max-md:pt-3">
              <PracticeFacts practice={practice} />
              {mayWrite && (
                <div className="flex gap-2">
                  {practice.contact_points.some(({ channel }) => channel === "sms") && (
                    <Button look="filled" icon={<MessageSquareText size={14} />} onClick={() => setDoing("sms")}>
                      <Trans>Send an SMS</Trans>
                    </Button>
                  )}
                  <Button icon={<Pencil size={14} strokeWidth={1.75} />} onClick={() => setDoing("edit")}>
                    <Trans>Edit</Trans>
                  </Button>
                </div>
              )}
            </header>
            <Part title={<Trans>Reachable by</Trans>}>
              <ContactPoints practice={practice} mayWrite={mayWrite} />
            </Part>
            <Part title={<Trans>SMS messages</Trans>}>
              <SMSHistory practiceId={id} />
              {practice.conversation_id !== null && (
                <Link to="/inbox" search={{ c: practice.conversation_id }} className="link mt-3 inline-block">
                  <Trans>Open the conversation</Trans>
                </Link>
              )}
            </Part>
            {may(me, "practices.delete") && <DeletePractice practice={practice} onDeleted={onClose} />}
            <Dialog open={doing === "edit"} title={t`Edit practice`} onClose={done}>
              <EditPracticeForm practice={practice} onDone={done} />
            </Dialog>
            <Dialog open={doing === "sms"} title={t`SMS to ${practice.name}`} onClose={done}>
              <NewSms practice={practice} onSent={done} />
            </Dialog>
          </>
        )}
      </div>
    </section>
  );
}
