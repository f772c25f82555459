import type { Practice } from "#contracts/practices.ts";
import type { Me } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useNavigate } from "@tanstack/react-router";
import { MessageSquareText, MessagesSquare } from "lucide-react";
import { useState } from "react";
import { may } from "../api/may.ts";
import { BarredReach } from "../features/practices/barred-reach.tsx";
import { smsReach } from "../features/practices/sms-reach.ts";
import { buttonClasses } from "../ui/button-classes.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FirstSms } from "./first-sms.tsx";

interface PracticeWriteProps {
  practice: Practice;
  me: Me;
}

/** The conversation there is, or its first SMS; what bars that stands here too. */
export function PracticeWrite({ practice, me }: PracticeWriteProps) {
  const { t } = useLingui();
  const [writing, setWriting] = useState(false);
  const navigate = useNavigate();
  const { conversation_id, contact_points } = practice;
  const reach = smsReach(contact_points);
  const mayWork = may(me, "inbox.work");

  const sent = (conversationId: string | null) => {
    setWriting(false);
    if (conversationId !== null) void navigate({ to: "/inbox", search: { c: conversationId } });
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
        {mayWork && reach !== "open" && <BarredReach reach={reach} />}
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
        <BarredReach reach={reach} />
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
        <FirstSms practice={practice} onSent={sent} />
      </Dialog>
    </section>
  );
}
