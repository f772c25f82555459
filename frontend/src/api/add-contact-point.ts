import type { addContactPoint as schema } from "#contracts/practices.ts";
import { mutationOptions } from "@tanstack/react-query";
import type { input } from "zod";
import { answer, rpc } from "./client.ts";
import { practiceQuery } from "./get-practice.ts";

interface NewContactPoint {
  practiceId: number;
  contactPoint: input<typeof schema>;
}

export const addContactPoint = mutationOptions({
  mutationFn: ({ practiceId, contactPoint }: NewContactPoint) =>
    answer(
      rpc.practices[":id"]["contact-points"].$post({
        param: { id: String(practiceId) },
        json: contactPoint,
      }),
    ),
  onSuccess: (practice, _input, _result, { client }) => {
    client.setQueryData(practiceQuery(practice.id).queryKey, practice);
    // An address that was taken over has left another practice.
    void client.invalidateQueries({ queryKey: ["practice"] });
    void client.invalidateQueries({ queryKey: ["practices"] });
  },
});
