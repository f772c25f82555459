import type { AuditEntry } from "#contracts/team.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { KeyRound } from "lucide-react";
import { clockTime, fullTime } from "../../i18n/format.ts";
import { AuditSubject } from "./audit-subject.tsx";
import { auditWords } from "./audit-words.ts";
import { roleNames } from "./role-names.ts";

interface AuditRowProps {
  entry: AuditEntry;
  nameOf: (id: string | null) => string | undefined;
}

export function AuditRow({ entry, nameOf }: AuditRowProps) {
  const { i18n, t } = useLingui();
  const { at, actor, action, subject } = entry;
  const { words, role } = auditWords(action);
  const moment = new Date(at);
  const aboutSelf = subject !== null && subject === actor.id;
  const nameless = {
    member: <Trans>A colleague</Trans>,
    key: <Trans>A revoked API key</Trans>,
  }[actor.kind];

  return (
    <li className="grid grid-cols-[48px_minmax(0,1fr)] gap-x-4 gap-y-0.5 py-2 md:grid-cols-[56px_minmax(0,3fr)_minmax(0,4fr)_minmax(0,3fr)]">
      <time dateTime={at} title={fullTime(i18n.locale, moment)} className="text-ink-3 tabular-nums">
        {clockTime(i18n.locale, moment)}
      </time>
      <span className="flex min-w-0 items-center gap-1.5">
        {actor.kind === "key" && (
          <KeyRound
            size={12}
            strokeWidth={2}
            role="img"
            aria-label={t`API key`}
            className="shrink-0 text-ink-3"
          />
        )}
        <span className="truncate font-medium">{nameOf(actor.id) ?? nameless ?? "Spreekuur"}</span>
      </span>
      <span className="truncate max-md:col-start-2">
        {words ? i18n._(words) : <span className="font-mono text-xs">{action}</span>}
        {role && (
          <span className="text-ink-2">
            : {i18n._(roleNames[role]).toLocaleLowerCase(i18n.locale)}
          </span>
        )}
      </span>
      <span className="truncate text-ink-2 empty:hidden max-md:col-start-2">
        {subject !== null && !aboutSelf && (
          <AuditSubject action={action} subject={subject} name={nameOf(subject)} />
        )}
      </span>
    </li>
  );
}
