import { type Practice, practice } from "#contracts/practices.ts";
import type { Product } from "./a-product.ts";
import { aMobile } from "./a-webhook.ts";
import { read } from "./read.ts";

/** A practice with a mobile of its own, added by a colleague. */
export const aPractice = async (
  product: Product,
  fields: Record<string, unknown> = {},
): Promise<Practice & { mobile: string }> => {
  const mobile = aMobile();
  const answer = await product.call("/api/practices", {
    body: {
      name: "Huisartsenpraktijk De Linde",
      municipality: "Gent",
      contact_points: [{ channel: "sms", address: mobile }],
      ...fields,
    },
  });
  return { ...(await read(answer, practice, 201)), mobile };
};
