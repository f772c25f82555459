import type { Practice } from "#contracts/practices.ts";
import { Trans } from "@lingui/react/macro";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import { AddContactPointForm } from "./add-contact-point-form.tsx";
import { ContactPointEditor } from "./contact-point-editor.tsx";
import { ContactPointRow } from "./contact-point-row.tsx";

interface ContactPointsProps {
  practice: Practice;
  mayWrite: boolean;
  onOpenOther: (practiceId: number) => void;
}

/** How to reach a practice, and where one changes that. */
export function ContactPoints({ practice, mayWrite, onOpenOther }: ContactPointsProps) {
  const [adding, setAdding] = useState(false);
  const addButton = useReturnFocus<HTMLButtonElement>(adding);
  const { id, contact_points } = practice;

  return (
    <section>
      <header className="mb-1 flex h-8 items-center justify-between">
        <h3 className="font-strong text-ink-2">
          <Trans>Reachable by</Trans>
        </h3>
        {mayWrite && !adding && (
          <Button
            ref={addButton}
            look="quiet"
            size="sm"
            icon={<Plus size={14} />}
            className="-mr-2.5"
            onClick={() => setAdding(true)}
          >
            <Trans>Add</Trans>
          </Button>
        )}
      </header>
      {contact_points.length === 0 && !adding && (
        <p className="text-ink-3">
          <Trans>No number yet.</Trans>
        </p>
      )}
      <ul>
        {contact_points.map((point) =>
          mayWrite ? (
            <ContactPointEditor
              key={point.id}
              practiceId={id}
              point={point}
              onRemoved={() => addButton.current?.focus()}
            />
          ) : (
            <ContactPointRow key={point.id} point={point} />
          ),
        )}
      </ul>
      {adding && (
        <AddContactPointForm
          practiceId={id}
          onDone={() => setAdding(false)}
          onOpenOther={onOpenOther}
        />
      )}
    </section>
  );
}
