import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

interface AuditSubjectProps {
  action: string;
  subject: string;
  name: string | undefined;
}

/** What it was done to: a link where there is a page, a name where one is known. */
export function AuditSubject({ action, subject, name }: AuditSubjectProps) {
  if (name !== undefined) return name;
  if (subject.startsWith("conv_"))
    return (
      <Link to="/inbox" search={{ c: subject }} className="link">
        <Trans>Conversation</Trans>
      </Link>
    );
  if (/^\d+$/.test(subject)) {
    const id = Number(subject);
    const label = <Trans>Practice {id}</Trans>;
    if (action === "practice.erase") return label;
    return (
      <Link to="/practices/$id" params={{ id }} className="link">
        {label}
      </Link>
    );
  }
  if (/^[a-z]+_/.test(subject))
    return (
      <span title={subject} className="font-mono text-xs text-ink-3">
        …{subject.slice(-8)}
      </span>
    );
  return subject;
}
