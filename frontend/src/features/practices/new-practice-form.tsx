import type { Practice } from "#contracts/practices.ts";
import { Trans, useLingui } from "@lingui/react/macro";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { FormProblem } from "../../ui/form-problem.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { ConflictChoices } from "./conflict-choices.tsx";
import { ContactPointFields } from "./contact-point-fields.tsx";
import { emptyPoint, isBlank, type PointDraft } from "./point-draft.ts";
import { emptyFields, type PracticeWords } from "./practice-fields.ts";
import { PracticeFieldset } from "./practice-fieldset.tsx";
import { UnsavedGuard } from "./unsaved-guard.tsx";
import { useLinkPerson } from "./use-link-person.ts";
import { useNewPractice } from "./use-new-practice.ts";
import { usePracticeForm } from "./use-practice-form.ts";

interface NewPracticeFormProps {
  onCreated: (practice: Practice) => void;
  /** Asks for addresses too; opens the practice that already has one. */
  onOpenOther?: (practiceId: number) => void;
}

const maxPoints = 20;

export default function NewPracticeForm({ onCreated, onOpenOther }: NewPracticeFormProps) {
  const { t } = useLingui();
  const { form, pointAt } = usePracticeForm(emptyFields);
  const { points, setPoints, save, busy } = useNewPractice(onOpenOther ? [emptyPoint()] : []);
  const [error, setError] = useState<unknown>(null);
  const { link, linking } = useLinkPerson((id) => onOpenOther?.(id));
  const dirty = form.formState.isDirty || points.some((point) => !isBlank(point));

  const submit = async (words: PracticeWords, typed = points) => {
    setError(null);
    try {
      onCreated(await save({ words, points: typed }));
    } catch (refused) {
      if (!pointAt(refused)) setError(refused);
    }
  };
  const change = (key: string, next: Partial<PointDraft>) =>
    points.map((point) => (point.key === key ? { ...point, ...next } : point));
  const refusedAtPoint = points.some(({ problem }) => problem !== null);

  return (
    <form onSubmit={(event) => void form.handleSubmit((words) => submit(words))(event)} noValidate>
      <PracticeFieldset form={form} autoFocus={onOpenOther !== undefined} />
      {points.map((point, index) => (
        <fieldset key={point.key} className="relative mt-5 border-t border-line pt-4">
          <legend className="sr-only">{t`Contact point ${index + 1}`}</legend>
          <IconButton
            label={t`Leave out this contact point`}
            onClick={() => setPoints(points.filter(({ key }) => key !== point.key))}
            className="absolute! top-2 right-0"
          >
            <X size={16} strokeWidth={1.75} />
          </IconButton>
          <ContactPointFields
            point={point}
            autoFocus={index > 0 && isBlank(point)}
            onChange={(next) => setPoints(change(point.key, next))}
            conflictActions={
              point.problem?.conflict && (
                <ConflictChoices
                  conflict={point.problem.conflict}
                  person={point.person.trim()}
                  busy={linking || busy}
                  onLink={() => point.problem?.conflict && link(point.problem.conflict, point)}
                  onMove={() => {
                    setPoints(change(point.key, { move: true, problem: null }));
                  }}
                />
              )
            }
          />
        </fieldset>
      ))}
      {onOpenOther && points.length < maxPoints && (
        <Button
          look="quiet"
          icon={<Plus size={14} />}
          className="mt-3 -ml-2"
          onClick={() => setPoints([...points, emptyPoint()])}
        >
          <Trans>Another contact point</Trans>
        </Button>
      )}
      {error !== null && !refusedAtPoint && <FormProblem error={error} />}
      <Button type="submit" look="filled" busy={busy} className="mt-5 ml-auto flex!">
        <Trans>Add practice</Trans>
      </Button>
      {onOpenOther && <UnsavedGuard dirty={dirty} />}
    </form>
  );
}
