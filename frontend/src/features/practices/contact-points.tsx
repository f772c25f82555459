import type { ContactPoint, Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { explain } from "../../api/explain.ts";
import { removeContactPoint } from "../../api/remove-contact-point.ts";
import { phoneNumber } from "../../i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { showToast } from "../../ui/toast.ts";
import { AddContactPoint } from "./add-contact-point.tsx";
import { ContactPointRow } from "./contact-point-row.tsx";

interface ContactPointsProps {
  practice: Practice;
  mayWrite: boolean;
}

export function ContactPoints({ practice, mayWrite }: ContactPointsProps) {
  const { i18n, t } = useLingui();
  const [leaving, setLeaving] = useState<ContactPoint | null>(null);
  const remove = useMutation(removeContactPoint(practice.id));

  return (
    <>
      <ul className="mb-2">
        {practice.contact_points.map((point) => (
          <ContactPointRow
            key={point.id}
            point={point}
            action={
              mayWrite && (
                <IconButton label={t`Remove ${phoneNumber(point.address)}`} onClick={() => setLeaving(point)}>
                  <Trash2 size={16} strokeWidth={1.75} />
                </IconButton>
              )
            }
          />
        ))}
      </ul>
      {mayWrite && <AddContactPoint practiceId={practice.id} />}
      <Dialog open={leaving !== null} title={t`Remove this address?`} onClose={() => setLeaving(null)}>
        <p className="text-md">
          <Trans>
            {phoneNumber(leaving?.address ?? "")} leaves {practice.name}. Messages that were sent stay.
          </Trans>
        </p>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setLeaving(null)}>
            <Trans>Keep</Trans>
          </Button>
          <Button
            look="danger"
            busy={remove.isPending}
            onClick={() =>
              leaving &&
              remove.mutate(leaving.id, {
                onError: (error) => showToast(i18n._(explain(error).words)),
                onSettled: () => setLeaving(null),
              })
            }
          >
            <Trans>Remove</Trans>
          </Button>
        </div>
      </Dialog>
    </>
  );
}
