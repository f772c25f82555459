import type { Practice } from "#contracts/practices.ts";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { addContactPoint } from "../../api/add-contact-point.ts";
import { Refusal } from "../../api/client.ts";
import { createPractice } from "../../api/create-practice.ts";
import { isBlank, type PointDraft, pointInput } from "./point-draft.ts";
import type { PracticeWords } from "./practice-fields.ts";
import { refusedPoint } from "./refused-point.ts";

interface NewPractice {
  words: PracticeWords;
  points: PointDraft[];
}

/** The practice first; then the addresses it takes over, which only a practice that exists can do. */
export function useNewPractice(first: PointDraft[]) {
  const [points, setPoints] = useState(first);
  const create = useMutation(createPractice);
  const takeOver = useMutation(addContactPoint);

  const save = async ({ words, points: typed }: NewPractice): Promise<Practice> => {
    const filled = typed.filter((point) => !isBlank(point));
    const own = filled.filter(({ move }) => !move);
    try {
      let practice = await create.mutateAsync({ ...words, contact_points: own.map(pointInput) });
      for (const point of filled.filter(({ move }) => move))
        practice = await takeOver.mutateAsync({
          practiceId: practice.id,
          contactPoint: { ...pointInput(point), move: true },
        });
      return practice;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { problem } = error;
      const refused = own[refusedPoint(problem, own)];
      setPoints(typed.map((point) => (point === refused ? { ...point, problem } : point)));
      throw error;
    }
  };

  const busy = create.isPending || takeOver.isPending;
  return { points, setPoints, save, busy };
}
