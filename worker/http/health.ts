import { z } from "zod";

export const health = z.strictObject({
  status: z.enum(["ok", "not_configured"]),
  /** One sentence for each variable that is missing or malformed. */
  problems: z.array(z.string()),
});
