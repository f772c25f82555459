import type { PracticeChange } from "#contracts/practices.ts";
import { mutationOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { practiceQuery } from "./get-practice.ts";

export const changePractice = (id: number) =>
  mutationOptions({
    mutationFn: (change: PracticeChange) =>
      answer(rpc.practices[":id"].$patch({ param: { id: String(id) }, json: change })),
    onSuccess: (practice, _change, _result, { client }) => {
      client.setQueryData(practiceQuery(id).queryKey, practice);
      return client.invalidateQueries({ queryKey: ["practices"] });
    },
  });
