import type { Profession } from "#contracts/practices.ts";
import { useLingui } from "@lingui/react/macro";
import type { UseFormReturn } from "react-hook-form";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { languageNames } from "./language-names.ts";
import type { PracticeFields, PracticeWords } from "./practice-fields.ts";
import { professionNames } from "./profession-names.ts";

interface PracticeFieldsetProps {
  autoFocus?: boolean;
  form: UseFormReturn<PracticeFields, unknown, PracticeWords>;
}

// Object.entries forgets the keys of a table that has exactly these.
const professions = Object.entries(professionNames) as [
  Profession,
  (typeof professionNames)[Profession],
][];

/** Who the practice is; each field says itself what is not right about it. */
export function PracticeFieldset({ form, autoFocus = false }: PracticeFieldsetProps) {
  const { i18n, t } = useLingui();
  const { register, formState } = form;
  const { errors } = formState;

  return (
    <div className="grid gap-4">
      <Field
        label={t`Name`}
        autoFocus={autoFocus}
        autoComplete="off"
        maxLength={200}
        error={errors.name && t`A practice needs a name.`}
        {...register("name")}
      />
      <div className="grid grid-cols-[104px_1fr] gap-3">
        <Field
          label={t`Postcode`}
          inputMode="numeric"
          autoComplete="off"
          error={errors.postcode && t`Four digits.`}
          {...register("postcode")}
        />
        <Field
          label={t`Municipality`}
          autoComplete="off"
          maxLength={100}
          error={errors.municipality && t`Too long.`}
          {...register("municipality")}
        />
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
        {...register("riziv")}
      />
    </div>
  );
}
