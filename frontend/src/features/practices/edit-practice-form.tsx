import type { Practice } from "#contracts/practices.ts";
import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { changePractice } from "../../api/change-practice.ts";
import { fieldsOf, practiceOf } from "./practice-fields.ts";
import { PracticeForm } from "./practice-form.tsx";

interface EditPracticeFormProps {
  practice: Practice;
  onDone: () => void;
}

export function EditPracticeForm({ practice, onDone }: EditPracticeFormProps) {
  const { t } = useLingui();
  const { mutate, isPending, error } = useMutation(changePractice(practice.id));
  return (
    <PracticeForm
      initial={fieldsOf(practice)}
      submit={t`Save`}
      busy={isPending}
      error={error}
      onSubmit={(fields) => mutate(practiceOf(fields), { onSuccess: onDone })}
    />
  );
}
