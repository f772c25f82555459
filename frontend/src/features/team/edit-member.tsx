import type { Member, memberChange } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { input } from "zod";
import { changeMember } from "../../api/change-member.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { Notice } from "../../ui/notice.tsx";
import { showToast } from "../../ui/toast.ts";
import { LocaleField } from "./locale-field.tsx";
import { RoleField } from "./role-field.tsx";

interface EditMemberProps {
  member: Member;
  isMe: boolean;
  onDone: () => void;
}

export function EditMember({ member, isMe, onDone }: EditMemberProps) {
  const { t } = useLingui();
  const [name, setName] = useState(member.name);
  const [role, setRole] = useState(member.role);
  const [locale, setLocale] = useState(member.locale);
  const { mutate, isPending, error } = useMutation(changeMember);
  const blank = name.trim() === "";

  const save = (change: input<typeof memberChange>, said: string) =>
    mutate(
      { id: member.id, change },
      {
        onSuccess: () => {
          showToast(said);
          onDone();
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (blank) return;
    const change = {
      ...(name.trim() === member.name ? {} : { name: name.trim() }),
      ...(role === member.role ? {} : { role }),
      ...(locale === member.locale ? {} : { locale }),
    };
    if (Object.keys(change).length === 0) return onDone();
    save(change, t`${name.trim()} saved`);
  };

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field
        label={t`Name`}
        autoComplete="off"
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={blank ? t`Fill in a name.` : undefined}
      />
      <RoleField value={role} onChange={setRole} />
      {isMe && role !== member.role && (
        <Notice>
          <Trans>This signs you out. You come back with the new role.</Trans>
        </Notice>
      )}
      <LocaleField value={locale} onChange={setLocale} />
      {!isMe && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
          <p className="max-w-70 text-xs text-pretty text-ink-3">
            {member.active ? (
              <Trans>Whoever is deactivated is signed out at once and cannot sign in.</Trans>
            ) : (
              <Trans>Deactivated: cannot sign in.</Trans>
            )}
          </p>
          {member.active ? (
            <Button
              className="text-danger-text!"
              disabled={isPending}
              onClick={() => save({ active: false }, t`${member.name} deactivated`)}
            >
              <Trans>Deactivate</Trans>
            </Button>
          ) : (
            <Button
              disabled={isPending}
              onClick={() => save({ active: true }, t`${member.name} activated`)}
            >
              <Trans>Activate</Trans>
            </Button>
          )}
        </div>
      )}
      {error !== null && <FormProblem error={error} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" look="filled" busy={isPending}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  );
}
