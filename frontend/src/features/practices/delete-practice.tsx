import type { Practice } from "#contracts/practices.ts";
import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Refusal } from "../../api/client.ts";
import { deletePractice } from "../../api/delete-practice.ts";
import { explain } from "../../api/explain.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { showToast } from "../../ui/toast.ts";
import { pointProblemWords } from "./point-problem-words.ts";

interface DeletePracticeProps {
  practice: Practice;
  open: boolean;
  onClose: () => void;
  onDeleted: () => void;
}

const List = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <section className="mt-4">
    <h3 className="font-strong">{title}</h3>
    <ul className="mt-1 list-disc space-y-0.5 pl-5 text-ink-2 marker:text-ink-3">{children}</ul>
  </section>
);

/** Says what goes and what stays before anything does. */
export function DeletePractice({ practice, open, onClose, onDeleted }: DeletePracticeProps) {
  const { i18n, t } = useLingui();
  const { id, name, contact_points } = practice;
  const { mutate, isPending, error } = useMutation(deletePractice(id));
  const own = error instanceof Refusal ? pointProblemWords[error.problem.code] : undefined;

  const remove = () =>
    mutate(undefined, {
      onSuccess: () => {
        showToast(t`${name} deleted`);
        onDeleted();
      },
    });

  return (
    <Dialog open={open} title={t`Delete ${name}?`} onClose={onClose}>
      <p className="text-md text-pretty">
        <Trans>This cannot be undone.</Trans>
      </p>
      <List title={<Trans>Goes</Trans>}>
        <li>
          <Trans>The practice’s details and the names of its people</Trans>
        </li>
        {contact_points.length > 0 && (
          <li>
            <Plural
              value={contact_points.length}
              one="# contact point, free for another practice afterwards"
              other="# contact points, free for another practice afterwards"
            />
          </li>
        )}
        <li>
          <Trans>The conversation, with the text of every message</Trans>
        </li>
      </List>
      <List title={<Trans>Stays</Trans>}>
        <li>
          <Trans>Opt-outs: whoever said stop is not written to again</Trans>
        </li>
        <li>
          <Trans>That messages were sent, when and at what price, without text or address</Trans>
        </li>
        <li>
          <Trans>A line in the audit log that says who deleted it</Trans>
        </li>
      </List>
      {error !== null && (
        <div className="mt-4">
          <Notice>{i18n._(own ?? explain(error).words)}</Notice>
        </div>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button data-start onClick={onClose}>
          <Trans>Keep</Trans>
        </Button>
        <Button look="danger" busy={isPending} onClick={remove}>
          <Trans>Delete practice</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
