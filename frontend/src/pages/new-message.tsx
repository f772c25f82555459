import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { BarredReach } from "../features/practices/barred-reach.tsx";
import PickPractice from "../features/practices/pick-practice.tsx";
import { smsReach } from "../features/practices/sms-reach.ts";
import { buttonClasses } from "../ui/button-classes.ts";
import { Button } from "../ui/button.tsx";
import DialogPopup from "../ui/dialog-popup.tsx";
import { FirstSms } from "./first-sms.tsx";

interface NewMessageProps {
  onClose: () => void;
  onOpen: (conversationId: string) => void;
}

/** To whom, then what; a practice one already talks with opens its conversation instead. */
export default function NewMessage({ onClose, onOpen }: NewMessageProps) {
  const { t } = useLingui();
  const [practice, setPractice] = useState<Practice | null>(null);
  const reach = practice && smsReach(practice.contact_points);

  const leave = (conversationId: string | null) => {
    onClose();
    if (conversationId !== null) onOpen(conversationId);
  };
  const pick = (picked: Practice) =>
    picked.conversation_id === null ? setPractice(picked) : leave(picked.conversation_id);

  return (
    <DialogPopup open title={practice ? t`SMS to ${practice.name}` : t`New SMS`} onClose={onClose}>
      {practice === null ? (
        <PickPractice busy={false} onPick={pick} />
      ) : reach === "open" ? (
        <FirstSms practice={practice} onSent={leave} />
      ) : (
        reach !== null && (
          <>
            <BarredReach reach={reach} />
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Button data-start onClick={() => setPractice(null)}>
                <Trans>Another practice</Trans>
              </Button>
              <Link
                to="/practices/$id"
                params={{ id: practice.id }}
                onClick={onClose}
                className={buttonClasses({ look: "filled" })}
              >
                <Trans>Open the practice</Trans>
              </Link>
            </div>
          </>
        )
      )}
    </DialogPopup>
  );
}
