import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { addContactPoint } from "../../api/add-contact-point.ts";
import { Refusal } from "../../api/client.ts";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { showToast } from "../../ui/toast.ts";
import { ConflictChoices } from "./conflict-choices.tsx";
import { ContactPointFields } from "./contact-point-fields.tsx";
import { emptyPoint, isBlank, pointInput } from "./point-draft.ts";
import { UnsavedGuard } from "./unsaved-guard.tsx";
import { useLinkPerson } from "./use-link-person.ts";

interface AddContactPointFormProps {
  practiceId: number;
  onDone: () => void;
  onOpenOther: (practiceId: number) => void;
}

export function AddContactPointForm({ practiceId, onDone, onOpenOther }: AddContactPointFormProps) {
  const { t } = useLingui();
  const [point, setPoint] = useState(emptyPoint);
  const { mutate, isPending, error } = useMutation(addContactPoint);
  const { link, linking } = useLinkPerson(onOpenOther);
  const conflict = point.problem?.conflict;

  const save = (move: boolean) =>
    mutate(
      { practiceId, contactPoint: { ...pointInput(point), move } },
      {
        onSuccess: () => {
          showToast(t`Contact point added`);
          onDone();
        },
        onError: (refused) =>
          refused instanceof Refusal && setPoint({ ...point, problem: refused.problem }),
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(false);
  };

  return (
    <form onSubmit={submit} noValidate className="rise rounded-3 border border-line bg-raised p-4">
      <ContactPointFields
        autoFocus
        point={point}
        onChange={(change) => setPoint({ ...point, ...change })}
        conflictActions={
          conflict && (
            <ConflictChoices
              conflict={conflict}
              person={point.person.trim()}
              busy={linking || isPending}
              onLink={() => link(conflict, point)}
              onMove={() => save(true)}
            />
          )
        }
      />
      {error !== null && point.problem === null && !(error instanceof Refusal) && (
        <FormProblem error={error} />
      )}
      <div className="mt-4 flex justify-end gap-2">
        <Button onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" look="filled" busy={isPending} disabled={point.address.trim() === ""}>
          <Trans>Add</Trans>
        </Button>
      </div>
      <UnsavedGuard dirty={!isBlank(point)} />
    </form>
  );
}
