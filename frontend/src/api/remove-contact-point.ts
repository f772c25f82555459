import { mutationOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";
import { practiceQuery } from "./get-practice.ts";

export const removeContactPoint = (practiceId: number) =>
  mutationOptions({
    mutationFn: (contactPointId: string) =>
      answer(
        rpc.practices[":id"]["contact-points"][":contact_point_id"].$delete({
          param: { id: String(practiceId), contact_point_id: contactPointId },
        }),
      ),
    onSuccess: (practice, _input, _result, { client }) => {
      client.setQueryData(practiceQuery(practiceId).queryKey, practice);
      void client.invalidateQueries({ queryKey: ["practices"] });
    },
  });
