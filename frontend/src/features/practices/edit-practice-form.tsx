import type { Practice, PracticeChange } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { changePractice } from "../../api/change-practice.ts";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { showToast } from "../../ui/toast.ts";
import { fieldsOf, type PracticeWords } from "./practice-fields.ts";
import { PracticeFieldset } from "./practice-fieldset.tsx";
import { UnsavedGuard } from "./unsaved-guard.tsx";
import { usePracticeForm } from "./use-practice-form.ts";

interface EditPracticeFormProps {
  practice: Practice;
  onDone: () => void;
}

/** Sends only what one changed, so that a colleague's change to another field stays. */
export function EditPracticeForm({ practice, onDone }: EditPracticeFormProps) {
  const { t } = useLingui();
  const { form, pointAt } = usePracticeForm(fieldsOf(practice));
  const { mutate, isPending, error } = useMutation(changePractice(practice.id));
  const { dirtyFields, isDirty, errors } = form.formState;

  const submit = (words: PracticeWords) => {
    const changed = Object.entries(words).filter(([field]) => field in dirtyFields);
    if (changed.length === 0) return onDone();
    const change: PracticeChange = Object.fromEntries(changed);
    mutate(change, {
      onSuccess: () => {
        showToast(t`Practice saved`);
        onDone();
      },
      onError: pointAt,
    });
  };

  return (
    <form onSubmit={(event) => void form.handleSubmit(submit)(event)} noValidate>
      <PracticeFieldset form={form} autoFocus />
      {error !== null && Object.keys(errors).length === 0 && <FormProblem error={error} />}
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" look="filled" busy={isPending}>
          <Trans>Save</Trans>
        </Button>
      </div>
      <UnsavedGuard dirty={isDirty} />
    </form>
  );
}
