import type { Me } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { changeMe } from "../../api/change-me.ts";
import { explain } from "../../api/explain.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { showToast } from "../../ui/toast.ts";

/** The name colleagues see beside what one writes. */
export function MyName({ me }: { me: Me }) {
  const { i18n, t } = useLingui();
  const [name, setName] = useState(me.name);
  const { mutate, isPending, error } = useMutation(changeMe);
  const blank = name.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!blank) mutate({ name: name.trim() }, { onSuccess: () => showToast(t`Name saved`) });
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-90 items-start gap-2">
      <Field
        label={t`Name`}
        autoComplete="name"
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={blank ? t`Fill in a name.` : error ? i18n._(explain(error).words) : undefined}
        className="flex-1"
      />
      <Button
        type="submit"
        busy={isPending}
        disabled={blank || name.trim() === me.name}
        className="mt-6 max-md:mt-6.5"
      >
        <Trans>Save</Trans>
      </Button>
    </form>
  );
}
