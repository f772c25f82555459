import { zodResolver } from "@hookform/resolvers/zod";
import { useForm } from "react-hook-form";
import { Refusal } from "../../api/client.ts";
import { type PracticeFields, practiceFields, type PracticeWords } from "./practice-fields.ts";

/** A form judged by the contract, before it leaves and by the Worker afterwards. */
export function usePracticeForm(initial: PracticeFields) {
  const form = useForm<PracticeFields, unknown, PracticeWords>({
    defaultValues: initial,
    resolver: zodResolver(practiceFields),
  });

  /** Points at the fields a refusal names; false when it names none of these. */
  const pointAt = (error: unknown): boolean => {
    if (!(error instanceof Refusal)) return false;
    const named = (error.problem.errors ?? [])
      .map(({ path }) => path)
      .filter((path): path is keyof PracticeFields => path in practiceFields.shape);
    for (const field of named) form.setError(field, { type: "server" });
    return named.length > 0;
  };

  return { form, pointAt };
}
