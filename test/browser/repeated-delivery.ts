import { z } from "zod";
import { signature } from "../simulator/twilio/signature.ts";
import { system } from "./provided.ts";

const traffic = z.object({
  wire: z.array(
    z.object({
      direction: z.string(),
      url: z.string(),
      params: z.array(z.tuple([z.string(), z.string()])),
    }),
  ),
});

/** Twilio calls again with a text that it has delivered before, to the letter. */
export const deliverAgain = async (body: string): Promise<number> => {
  const answer = await fetch(`${system().urls.simulator}/_simulator/wire`);
  const { wire } = traffic.parse(await answer.json());
  const call = wire.find(
    ({ direction, params }) =>
      direction === "to_product" && params.some(([, value]) => value === body),
  );
  if (!call) throw new Error(`"${body}" was never delivered.`);
  const repeated = await fetch(call.url, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
      "x-twilio-signature": await signature("simulator-auth-token", call.url, call.params),
    },
    body: new URLSearchParams(call.params),
  });
  return repeated.status;
};
