import { z } from "zod";
import { activeFault } from "../core/faults.ts";

export const address = z.string().regex(/^\+[1-9]\d{6,14}$/, "write the number as +32470000001");

export const newPhone = z.strictObject({
  address,
  name: z.string().trim().min(1).max(80).nullable().default(null),
});

export const textRequest = z.strictObject({ from: address, body: z.string().min(1).max(1600) });

export const behaviourRequest = z.strictObject({ faults: z.array(activeFault).max(12) });

export const releaseRequest = z.strictObject({ ids: z.array(z.string()).optional() });

export const resetRequest = z.strictObject({});
