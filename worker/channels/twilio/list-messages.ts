import { z } from "zod";
import type { Ctx } from "../../context/context.ts";
import { accountUrl, basicAuth } from "./client.ts";

const page = z.object({
  messages: z.array(
    z.object({
      sid: z.string(),
      direction: z.string(),
      body: z.string().nullable(),
      status: z.string(),
      error_code: z.int().nullable(),
      date_created: z.string().nullable(),
      price: z.string().nullable(),
      price_unit: z.string().nullable(),
      num_segments: z.string().nullable(),
    }),
  ),
  next_page_uri: z.string().nullable(),
});

export type TwilioMessage = z.output<typeof page>["messages"][number];

const timeout_ms = 20_000;

/** The first page of Messages.json for these filters, newest first. */
export const firstPage = (ctx: Ctx, filters: Record<string, string>) =>
  readPage(
    ctx,
    accountUrl(ctx.config, `/Messages.json?${new URLSearchParams(filters).toString()}`),
  );

/** The page after one, by the address Twilio gave; null after the last. */
export const nextPage = async (ctx: Ctx, { next_page_uri }: z.output<typeof page>) =>
  next_page_uri === null ? null : readPage(ctx, ctx.config.TWILIO_API_URL + next_page_uri);

const readPage = async (ctx: Ctx, url: string) => {
  const headers = { authorization: basicAuth(ctx.config) };
  const response = await ctx.fetch(new Request(url, { headers, redirect: "manual" }), timeout_ms);
  if (!response.ok) throw new Error(`Twilio's message list answered ${response.status}`);
  return page.parse(await response.json());
};
