import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { deletePractice } from "../../api/delete-practice.ts";
import { explain } from "../../api/explain.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toast.ts";

interface DeletePracticeProps {
  practice: Practice;
  onDeleted: () => void;
}

export function DeletePractice({ practice, onDeleted }: DeletePracticeProps) {
  const { i18n, t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation(deletePractice(practice.id));
  return (
    <section className="border-t border-line py-5">
      <Button look="quiet" onClick={() => setAsking(true)} className="-ml-3 text-danger-text!">
        <Trans>Delete this practice</Trans>
      </Button>
      <Dialog open={asking} title={t`Delete ${practice.name}?`} onClose={() => setAsking(false)}>
        <p className="text-md text-pretty">
          <Trans>The practice and its addresses disappear from the lists. Opt-outs stay in force.</Trans>
        </p>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={() => setAsking(false)}>
            <Trans>Keep</Trans>
          </Button>
          <Button
            look="danger"
            busy={isPending}
            onClick={() =>
              mutate(undefined, {
                onSuccess: onDeleted,
                onError: (error) => showToast(i18n._(explain(error).words)),
              })
            }
          >
            <Trans>Delete</Trans>
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
