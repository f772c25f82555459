import { type Locale, memberInput, type Role } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Refusal } from "../../api/client.ts";
import { explain } from "../../api/explain.ts";
import { inviteMember } from "../../api/invite-member.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { showToast } from "../../ui/toast.ts";
import { LocaleField } from "./locale-field.tsx";
import { RoleField } from "./role-field.tsx";

const { name: nameRule, email: emailRule } = memberInput.shape;

export function InviteMember({ onDone }: { onDone: () => void }) {
  const { i18n, t } = useLingui();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("agent");
  const [locale, setLocale] = useState<Locale>("nl");
  const [checked, setChecked] = useState(false);
  const { mutate, isPending, error, reset } = useMutation(inviteMember);
  const exists = error instanceof Refusal && error.problem.code === "member_exists";

  const nameWrong = !nameRule.safeParse(name).success;
  const emailWrong = !emailRule.safeParse(email.trim()).success;
  const emailWords = exists
    ? i18n._(explain(error).words)
    : checked && emailWrong
      ? t`This is not an email address.`
      : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (nameWrong || emailWrong) return;
    mutate(
      { name: name.trim(), email: email.trim(), role, locale },
      {
        onSuccess: (member) => {
          showToast(t`Invitation on its way to ${member.email}`);
          onDone();
        },
      },
    );
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field
        label={t`Name`}
        autoComplete="off"
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={checked && nameWrong ? t`Fill in a name.` : undefined}
      />
      <Field
        label={t`Email address`}
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        onChange={({ target }) => {
          setEmail(target.value);
          reset();
        }}
        error={emailWords}
      />
      <RoleField value={role} onChange={setRole} />
      <LocaleField value={locale} onChange={setLocale} />
      <p className="text-pretty text-ink-2">
        <Trans>Your colleague gets a mail, in that language, with where to sign in.</Trans>
      </p>
      {error !== null && !exists && <FormProblem error={error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" look="filled" busy={isPending}>
          <Trans>Invite</Trans>
        </Button>
      </div>
    </form>
  );
}
