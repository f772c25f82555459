import { z } from "zod";
import { messageId } from "./ids.ts";

/** Queue bodies carry ids only: the row is the truth, the job a wake-up. */
export const outboundJob = z.strictObject({ message_ids: z.array(messageId).min(1).max(100) });
export type OutboundJob = z.infer<typeof outboundJob>;
