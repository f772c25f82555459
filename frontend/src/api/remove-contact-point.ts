import type { Practice } from "#contracts/practices.ts";
import { mutationOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { practiceQuery } from "./get-practice.ts";

export const removeContactPoint = (practiceId: number) =>
  mutationOptions({
    mutationFn: (contactPointId: string) =>
      api.delete<Practice>(`/api/practices/${practiceId}/contact-points/${contactPointId}`),
    onSuccess: (practice, _input, _result, { client }) => {
      client.setQueryData(practiceQuery(practiceId).queryKey, practice);
      void client.invalidateQueries({ queryKey: ["practices"] });
    },
  });
