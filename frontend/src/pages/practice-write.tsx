import type { Practice } from "#contracts/practices.ts";
import type { Me } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Ban, MessageSquareText, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { practiceQuery } from "../api/get-practice.ts";
import { may } from "../api/may.ts";
import { type SmsReach, smsReach } from "../features/practices/sms-reach.ts";
import { NewSms } from "../features/sms/new-sms.tsx";
import { buttonClasses } from "../ui/button-classes.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";

interface PracticeWriteProps {
  practice: Practice;
  me: Me;
}

const Barred = ({ reach }: { reach: Exclude<SmsReach, "open"> }) => (
  <p className="flex items-center gap-2 text-ink-2">
    <Ban size={16} strokeWidth={1.75} aria-hidden="true" className="shrink-0 text-warn-text" />
    {reach === "opted_out" ? (
      <Trans>Opted out of SMS. You can answer once they write again.</Trans>
    ) : (
      <Trans>No mobile number. Add one to send an SMS.</Trans>
    )}
  </p>
);

/** The conversation there is, or its first SMS; what bars that stands here too. */
export function PracticeWrite({ practice, me }: PracticeWriteProps) {
  const { t } = useLingui();
  const [writing, setWriting] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id, conversation_id, contact_points } = practice;
  const reach = smsReach(contact_points);
  const mayWork = may(me, "inbox.work");
  const open = contact_points.filter(({ opted_out }) => !opted_out);

  const sent = async () => {
    setWriting(false);
    const fresh = await client.fetchQuery({ ...practiceQuery(id), staleTime: 0 });
    if (fresh.conversation_id !== null)
      await navigate({ to: "/inbox", search: { c: fresh.conversation_id } });
  };

  if (conversation_id !== null)
    return (
      <section className="flex flex-wrap items-center gap-3">
        <Link
          to="/inbox"
          search={{ c: conversation_id }}
          className={buttonClasses({ look: mayWork && reach === "open" ? "filled" : "outlined" })}
        >
          {mayWork && reach === "open" ? (
            <>
              <MessageSquareText size={14} strokeWidth={1.75} aria-hidden="true" />
              <Trans>Write an SMS</Trans>
            </>
          ) : (
            <>
              <MessagesSquare size={14} strokeWidth={1.75} aria-hidden="true" />
              <Trans>Open the conversation</Trans>
            </>
          )}
        </Link>
        {mayWork && reach !== "open" && <Barred reach={reach} />}
      </section>
    );
  if (!mayWork)
    return (
      <p className="text-ink-3">
        <Trans>Nothing has been written yet.</Trans>
      </p>
    );
  if (reach !== "open")
    return (
      <section>
        <Barred reach={reach} />
      </section>
    );
  return (
    <section>
      <Button
        look="filled"
        icon={<MessageSquareText size={14} strokeWidth={1.75} />}
        onClick={() => setWriting(true)}
      >
        <Trans>Write an SMS</Trans>
      </Button>
      <Dialog open={writing} title={t`SMS to ${practice.name}`} onClose={() => setWriting(false)}>
        <NewSms practice={{ ...practice, contact_points: open }} onSent={() => void sent()} />
      </Dialog>
    </section>
  );
}
