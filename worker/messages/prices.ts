import { z } from "zod";
import { accountUrl, basicAuth } from "../channels/twilio/client.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { announce, newsOf, newsStatements } from "../inbox/announce.ts";

const page = z.object({
  messages: z.array(
    z.object({
      sid: z.string(),
      price: z.string().nullable(),
      price_unit: z.string().nullable(),
      num_segments: z.string().nullable(),
    }),
  ),
  next_page_uri: z.string().nullable(),
});

/** How much of Twilio's list one run reads. */
const pages = 10;
const pageSize = 500;
const timeout_ms = 20_000;
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
  let url: string | null = accountUrl(
    ctx.config,
    `/Messages.json?PageSize=${pageSize}&DateSent%3E=${since}`,
  );
  for (let read = 0; read < pages && url !== null; read += 1) {
    const listed = await readPage(ctx, url);
    const known = await storePrices(ctx, listed.messages);
    if (known) return;
    url = listed.next_page_uri && ctx.config.TWILIO_API_URL + listed.next_page_uri;
  }
};

const readPage = async (ctx: Ctx, url: string) => {
  const request = new Request(url, { headers: { authorization: basicAuth(ctx.config) } });
  const response = await ctx.fetch(request, timeout_ms);
  if (!response.ok) throw new Error(`Twilio's message list answered ${response.status}`);
  return page.parse(await response.json());
};

/** True when every message of the page had its price already. */
const storePrices = async (
  ctx: Ctx,
  messages: z.output<typeof page>["messages"],
): Promise<boolean> => {
  const priced = messages.flatMap(({ sid, price, price_unit, num_segments }) =>
    price === null
      ? []
      : [{ sid, ...money(price, price_unit), segments: Number(num_segments) || null }],
  );
  const db = ctx.env.DB;
  const { results } = await store(db, { prices: JSON.stringify(priced) }).all<{ id: string }>();
  if (results.length > 0)
    await announce(
      ctx,
      newsOf(
        await db.batch(
          newsStatements(
            db,
            results.map(({ id }) => id),
          ),
        ),
      ),
    );
  return results.length === 0 && priced.length === messages.length;
};

/** Twilio's prices are negative decimals in text: "-0.1113" is 111300 micros. */
const money = (price: string, currency: string | null) => ({
  micros: Math.round(Math.abs(Number(price)) * 1_000_000),
  currency: (currency ?? "USD").toUpperCase(),
});
