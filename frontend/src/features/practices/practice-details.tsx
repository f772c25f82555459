import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Pencil } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import { EditPracticeForm } from "./edit-practice-form.tsx";
import { languageNames } from "./language-names.ts";
import { practicePlace } from "./practice-place.ts";
import { professionNames } from "./profession-names.ts";

interface PracticeDetailsProps {
  practice: Practice;
  mayWrite: boolean;
}

/** Who they are; edited in the same place. */
export function PracticeDetails({ practice, mayWrite }: PracticeDetailsProps) {
  const { i18n } = useLingui();
  const [editing, setEditing] = useState(false);
  const editButton = useReturnFocus<HTMLButtonElement>(editing);
  const { profession, language, riziv } = practice;
  const unknown = (
    <span className="text-ink-3">
      <Trans>Not known</Trans>
    </span>
  );
  const facts: { key: string; term: ReactNode; value: ReactNode }[] = [
    { key: "place", term: <Trans>Place</Trans>, value: practicePlace(practice) || unknown },
    {
      key: "profession",
      term: <Trans>Profession</Trans>,
      value: profession ? i18n._(professionNames[profession]) : unknown,
    },
    { key: "language", term: <Trans>Language</Trans>, value: languageNames[language] },
    {
      key: "riziv",
      term: "RIZIV / INAMI",
      value: riziv === null ? unknown : <span className="tabular-nums">{riziv}</span>,
    },
  ];

  return (
    <section>
      <header className="mb-1 flex h-8 items-center justify-between">
        <h3 className="font-strong text-ink-2">
          <Trans>Details</Trans>
        </h3>
        {mayWrite && !editing && (
          <Button
            ref={editButton}
            look="quiet"
            size="sm"
            icon={<Pencil size={14} strokeWidth={1.75} />}
            className="-mr-2.5"
            onClick={() => setEditing(true)}
          >
            <Trans>Edit</Trans>
          </Button>
        )}
      </header>
      {editing ? (
        <div className="rise rounded-3 border border-line bg-raised p-4">
          <EditPracticeForm practice={practice} onDone={() => setEditing(false)} />
        </div>
      ) : (
        <dl className="grid gap-y-1.5">
          {facts.map(({ key, term, value }) => (
            <div key={key} className="grid grid-cols-[112px_1fr] gap-3">
              <dt className="text-ink-3">{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
