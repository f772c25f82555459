import { mutationOptions } from "@tanstack/react-query";
import { api } from "./client.ts";

export const deletePractice = (id: number) =>
  mutationOptions({
    mutationFn: () => api.delete<unknown>(`/api/practices/${id}`),
    onSuccess: (_answer, _input, _result, { client }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["practices"] }),
        client.invalidateQueries({ queryKey: ["conversations"] }),
      ]),
  });
