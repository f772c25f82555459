import { apiKeyInput, type Role } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { createApiKey } from "../../api/create-api-key.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { RoleField } from "./role-field.tsx";

interface NewApiKeyProps {
  onCreated: (key: string) => void;
  onCancel: () => void;
}

const lifetimes_days = [30, 90, 365] as const;

export function NewApiKey({ onCreated, onCancel }: NewApiKeyProps) {
  const { t } = useLingui();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [lifetime, setLifetime] = useState("90");
  const [checked, setChecked] = useState(false);
  const { mutate, isPending, error } = useMutation(createApiKey);
  const nameWrong = !apiKeyInput.shape.name.safeParse(name).success;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameWrong) return;
    mutate(
      {
        name: name.trim(),
        role,
        ...(lifetime === "" ? {} : { expires_in_days: Number(lifetime) }),
      },
      { onSuccess: ({ key }) => onCreated(key) },
    );
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field
        label={t`Name`}
        hint={t`What uses this key, for instance “CRM, nightly import”`}
        autoComplete="off"
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={checked && nameWrong ? t`Fill in a name.` : undefined}
      />
      <RoleField value={role} onChange={setRole} />
      <SelectField
        label={t`Expires`}
        value={lifetime}
        onChange={({ target }) => setLifetime(target.value)}
      >
        {lifetimes_days.map((days) => (
          <option key={days} value={days}>
            {t`After ${days} days`}
          </option>
        ))}
        <option value="">{t`Never`}</option>
      </SelectField>
      {error !== null && <FormProblem error={error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" look="filled" busy={isPending}>
          <Trans>Create key</Trans>
        </Button>
      </div>
    </form>
  );
}
