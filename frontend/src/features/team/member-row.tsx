import type { Member } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { localeNames } from "../../i18n/locale.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Chip } from "../../ui/chip.tsx";
import { roleNames } from "./role-names.ts";

interface MemberRowProps {
  member: Member;
  isMe: boolean;
  action?: ReactNode;
}

export function MemberRow({ member, isMe, action }: MemberRowProps) {
  const { i18n } = useLingui();
  const { name, email, role, locale, active } = member;
  return (
    <li className="flex min-h-15 items-center gap-3 py-2">
      <Avatar name={name} className={active ? "" : "grayscale"} />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {isMe && (
            <Chip>
              <Trans>You</Trans>
            </Chip>
          )}
          {!active && (
            <Chip look="warn">
              <Trans>Deactivated</Trans>
            </Chip>
          )}
        </p>
        <p className="truncate text-xs text-ink-3">
          {email}
          <span className="md:hidden"> · {i18n._(roleNames[role])}</span>
        </p>
      </div>
      <span className="w-28 text-ink-2 max-md:hidden">{i18n._(roleNames[role])}</span>
      <span className="w-24 text-ink-2 max-lg:hidden">{localeNames[locale]}</span>
      {action}
    </li>
  );
}
