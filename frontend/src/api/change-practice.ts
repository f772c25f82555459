import type { Practice, PracticeChange } from "#contracts/practices.ts";
import { mutationOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { practiceQuery } from "./get-practice.ts";

export const changePractice = (id: number) =>
  mutationOptions({
    mutationFn: (change: PracticeChange) =>
      api.patch<Practice>(`/api/practices/${id}`, { body: change }),
    onSuccess: (practice, _change, _result, { client }) => {
      client.setQueryData(practiceQuery(id).queryKey, practice);
      return client.invalidateQueries({ queryKey: ["practices"] });
    },
  });
