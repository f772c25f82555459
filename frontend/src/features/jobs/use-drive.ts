import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Refusal } from "../../api/client.ts";
import { driveDeadLetter } from "../../api/drive-dead-letter.ts";

const notThere = (error: unknown): boolean =>
  error instanceof Refusal && error.problem.code === "not_found";

/** Where one job is: still here, on its way by this click, or by somebody else's. */
export type Driven = "here" | "driven" | "by_other";

/** Tries a job again; it counts as done until the Worker says otherwise. */
export function useDrive(id: string) {
  // After a try without an answer, what is gone may be gone by our own doing.
  const [unanswered, setUnanswered] = useState(false);
  const { mutate, isIdle, isError, error } = useMutation({
    ...driveDeadLetter,
    onError: (refused) => setUnanswered((before) => before || !(refused instanceof Refusal)),
  });
  const taken = isError && notThere(error);
  const failed = isError && !taken;
  const driven: Driven = isIdle || failed ? "here" : taken && !unanswered ? "by_other" : "driven";
  return { drive: () => mutate(id), driven, failure: failed ? error : null };
}
