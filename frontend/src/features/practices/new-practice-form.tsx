import type { Practice } from "#contracts/practices.ts";
import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { createPractice } from "../../api/create-practice.ts";
import { Field } from "../../ui/field.tsx";
import { emptyFields, practiceOf } from "./practice-fields.ts";
import { PracticeForm } from "./practice-form.tsx";

interface NewPracticeFormProps {
  /** Also asks for a first number. */
  withNumber?: boolean;
  onCreated: (practice: Practice) => void;
}

export function NewPracticeForm({ withNumber = false, onCreated }: NewPracticeFormProps) {
  const { t } = useLingui();
  const [number, setNumber] = useState("");
  const { mutate, isPending, error } = useMutation(createPractice);

  return (
    <PracticeForm
      initial={emptyFields}
      submit={t`Add practice`}
      busy={isPending}
      error={error}
      onSubmit={(fields) =>
        mutate(
          {
            ...practiceOf(fields),
            contact_points: number.trim() === "" ? [] : [{ channel: "sms", address: number.trim() }],
          },
          { onSuccess: onCreated },
        )
      }
    >
      {withNumber && (
        <Field
          label={t`Mobile number`}
          type="tel"
          autoComplete="off"
          hint={t`For SMS. Optional; you can add more later.`}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
        />
      )}
    </PracticeForm>
  );
}
