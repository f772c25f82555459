import { mutationOptions } from "@tanstack/react-query";
import { answer, rpc } from "./client.ts";

export const driveDeadLetter = mutationOptions({
  mutationFn: (id: string) => answer(rpc["dead-letters"][":id"].drive.$post({ param: { id } })),
});
