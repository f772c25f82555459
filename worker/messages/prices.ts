import { firstPage, nextPage, type TwilioMessage } from "../channels/twilio/list-messages.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { announceMessages } from "../inbox/announce.ts";

/** How much of Twilio's list one run reads. */
const pages = 10;
const pageSize = 500;
const day_ms = 24 * 60 * 60 * 1000;

const store = statement<{ prices: string }>(
  `UPDATE messages SET price_micros = p.value ->> 'micros', currency = p.value ->> 'currency',
     segments = coalesce(p.value ->> 'segments', segments)
   FROM json_each(:prices) p
   WHERE provider_id = p.value ->> 'sid' AND provider_id IS NOT NULL AND price_micros IS NULL
   RETURNING id`,
);

/**
 * Notes what messages cost and how many segments they took. Twilio knows that only some time after
 * sending and does not call back, so its list of the last day is read, newest first, until a page
 * brings nothing new.
 */
export const collectPrices = async (ctx: Ctx): Promise<void> => {
  const since = new Date(ctx.now() - day_ms).toISOString().slice(0, 10);
  const filters = { PageSize: String(pageSize), "DateSent>": since };
  let page: Awaited<ReturnType<typeof nextPage>> = await firstPage(ctx, filters);
  for (let read = 1; page !== null; read += 1) {
    const known = await storePrices(ctx, page.messages);
    page = known || read === pages ? null : await nextPage(ctx, page);
  }
};

/** True when every message of the page had its price already. */
const storePrices = async (ctx: Ctx, messages: readonly TwilioMessage[]): Promise<boolean> => {
  const priced = messages.flatMap(({ sid, price, price_unit, num_segments }) =>
    price === null
      ? []
      : [{ sid, ...money(price, price_unit), segments: Number(num_segments) || null }],
  );
  const db = ctx.env.DB;
  const { results } = await store(db, { prices: JSON.stringify(priced) }).all<{ id: string }>();
  await announceMessages(
    ctx,
    results.map(({ id }) => id),
  );
  return results.length === 0 && priced.length === messages.length;
};

/** Twilio's prices are negative decimals in text: "-0.1113" is 111300 micros. */
const money = (price: string, currency: string | null) => ({
  micros: Math.round(Math.abs(Number(price)) * 1_000_000),
  currency: (currency ?? "USD").toUpperCase(),
});
