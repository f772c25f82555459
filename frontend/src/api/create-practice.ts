import type { practiceInput } from "#contracts/practices.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { answer, rpc } from "./client.ts";
import { practiceQuery } from "./get-practice.ts";

export const createPractice = mutationOptions({
  mutationFn: (practice: input<typeof practiceInput>) =>
    answer(rpc.practices.$post({ json: practice })),
  onSuccess: (practice, _input, _result, { client }) => {
    client.setQueryData(practiceQuery(practice.id).queryKey, practice);
    void client.invalidateQueries({ queryKey: ["practices"] });
  },
});
