import type { ContactPoint } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { Refusal } from "../../api/client.ts";
import { explain } from "../../api/explain.ts";
import { removeContactPoint } from "../../api/remove-contact-point.ts";
import { phoneNumber } from "../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { showToast } from "../../ui/toast.ts";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import { ContactPointRow } from "./contact-point-row.tsx";
import { pointProblemWords } from "./point-problem-words.ts";

interface ContactPointEditorProps {
  practiceId: number;
  point: ContactPoint;
  onRemoved: () => void;
}

/** A contact point one can take away; asked for in place, with what stays. */
export function ContactPointEditor({ practiceId, point, onRemoved }: ContactPointEditorProps) {
  const { i18n, t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation(removeContactPoint(practiceId));
  const removeButton = useReturnFocus<HTMLButtonElement>(asking);
  const address = phoneNumber(point.address);

  const remove = () =>
    mutate(point.id, {
      onSuccess: () => {
        showToast(t`${address} removed`);
        onRemoved();
      },
      onError: (error) => {
        const own = error instanceof Refusal ? pointProblemWords[error.problem.code] : undefined;
        showToast(i18n._(own ?? explain(error).words));
      },
    });

  return (
    <>
      <ContactPointRow
        point={point}
        action={
          !asking && (
            <IconButton
              ref={removeButton}
              label={t`Remove ${address}`}
              onClick={() => setAsking(true)}
            >
              <Trash2 size={16} strokeWidth={1.75} />
            </IconButton>
          )
        }
      />
      {asking && (
        <li className="rise mb-2 ml-9 rounded-3 border border-line bg-raised p-3">
          <p className="text-pretty text-ink-2">
            <Trans>The messages stay in the conversation, and so does an opt-out.</Trans>
          </p>
          <div className="mt-2.5 flex flex-wrap gap-2">
            <Button size="sm" look="danger" busy={isPending} autoFocus onClick={remove}>
              <Trans>Remove</Trans>
            </Button>
            <Button size="sm" onClick={() => setAsking(false)}>
              <Trans>Keep</Trans>
            </Button>
          </div>
        </li>
      )}
    </>
  );
}
