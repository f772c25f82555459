import { z } from "zod";
import { system } from "./provided.ts";

type Fault = "unreachable" | "callbacks_twice" | "error_before_creating";

const texts = z.object({
  messages: z.array(
    z.object({ sid: z.string(), side: z.string(), body: z.string(), status: z.string() }),
  ),
});

/** A simulated phone, through the simulator's control API. */
export const phoneAt = (number: string) => {
  const control = `${system().urls.simulator}/_simulator`;
  const send = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(`${control}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  };
  return {
    number,
    named: (name: string) => send("POST", "/phones", { address: number, name }),
    text: (body: string) => send("POST", "/texts", { from: number, body }),
    behave: (...faults: Fault[]) =>
      send("PUT", `/phones/${number}/behaviour`, {
        faults: faults.map((fault) => ({ fault, chance: 1 })),
      }),
    /** What lies on the phone that came from the inbox. */
    received: async (): Promise<string[]> => {
      const answer = await fetch(`${control}/phones/${number}/messages`);
      return texts
        .parse(await answer.json())
        .messages.filter(({ side, status }) => side === "inbox" && status === "delivered")
        .map(({ body }) => body);
    },
  };
};
