import type { ProblemBody } from "#contracts/problem.ts";
import { useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { addContactPoint } from "../../api/add-contact-point.ts";
import { explain } from "../../api/explain.ts";
import { showToast } from "../../ui/toast.ts";
import { type PointDraft, pointInput } from "./point-draft.ts";

type Conflict = NonNullable<ProblemBody["conflict"]>;

/** Adds the person to the practice that has the address, and goes there. */
export function useLinkPerson(onOpen: (practiceId: number) => void) {
  const { i18n, t } = useLingui();
  const { mutate, isPending } = useMutation(addContactPoint);

  const link = ({ practice }: Conflict, point: PointDraft) => {
    const person = point.person.trim();
    if (person === "") return onOpen(practice.id);
    mutate(
      { practiceId: practice.id, contactPoint: pointInput(point) },
      {
        onSuccess: () => {
          showToast(t`${person} added to ${practice.name}`);
          onOpen(practice.id);
        },
        onError: (error) => showToast(i18n._(explain(error).words)),
      },
    );
  };
  return { link, linking: isPending };
}
