import { mutationOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";

export const deletePractice = (id: number) =>
  mutationOptions({
    mutationFn: () => answer(rpc.practices[":id"].$delete({ param: { id: String(id) } })),
    onSuccess: (_answer, _input, _result, { client }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["practices"] }),
        client.invalidateQueries({ queryKey: ["conversations"] }),
      ]),
  });
