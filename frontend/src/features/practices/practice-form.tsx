import type { Profession } from "#contracts/practices.ts";
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type SubmitHandler, useForm } from "react-hook-form";
import { explain } from "../../api/explain.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { languageNames } from "./language-names.ts";
import type { PracticeFields } from "./practice-fields.ts";
import { professionNames } from "./profession-names.ts";

interface PracticeFormProps {
  initial: PracticeFields;
  submit: string;
  busy: boolean;
  error: unknown;
  children?: ReactNode;
  onSubmit: SubmitHandler<PracticeFields>;
}

// Object.entries forgets the keys of a table that has exactly these.
const professions = Object.entries(professionNames) as [Profession, (typeof professionNames)[Profession]][];

export function PracticeForm({ initial, submit, busy, error, children, onSubmit }: PracticeFormProps) {
  const { i18n, t } = useLingui();
  const { register, handleSubmit, formState } = useForm<PracticeFields>({ defaultValues: initial });
  const { errors } = formState;

  return (
    <form onSubmit={(event) => void handleSubmit(onSubmit)(event)} className="grid gap-4" noValidate>
      <Field
        label={t`Name`}
        autoComplete="off"
        maxLength={200}
        error={errors.name && t`A practice needs a name.`}
        {...register("name", { validate: (name) => name.trim() !== "" })}
      />
      <div className="grid grid-cols-[96px_1fr] gap-3">
        <Field
          label={t`Postcode`}
          inputMode="numeric"
          autoComplete="off"
          error={errors.postcode && t`Four digits.`}
          {...register("postcode", { pattern: /^\s*(\d{4})?\s*$/ })}
        />
        <Field label={t`Municipality`} autoComplete="off" maxLength={100} {...register("municipality")} />
      </div>
      <div className="grid grid-cols-2 gap-3">
        <SelectField label={t`Language`} {...register("language")}>
          {Object.entries(languageNames).map(([language, name]) => (
            <option key={language} value={language}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t`Profession`} {...register("profession")}>
          <option value="">{t`Not known`}</option>
          {professions.map(([profession, name]) => (
            <option key={profession} value={profession}>
              {i18n._(name)}
            </option>
          ))}
        </SelectField>
      </div>
      <Field
        label={t`RIZIV / INAMI number`}
        hint={t`Optional`}
        autoComplete="off"
        error={errors.riziv && t`Eight to eleven digits.`}
        {...register("riziv", { pattern: /^\s*(\d[-\d ./]{6,14}\d)?\s*$/ })}
      />
      {children}
      {error !== null && (
        <p role="alert" className="text-danger-text">
          {i18n._(explain(error).words)}
        </p>
      )}
      <Button type="submit" look="filled" busy={busy} className="justify-self-end">
        {submit}
      </Button>
    </form>
  );
}
