import { expect, test } from "vitest";
import { z } from "zod";
import { laboratory, messages, read, theirs } from "./laboratory.ts";

const page = z.object({
  messages: z.array(z.object({ sid: z.string(), body: z.string() })),
  next_page_uri: z.string().nullable(),
  previous_page_uri: z.string().nullable(),
});

const pageOf = async (answer: Promise<Response>) => read(await answer, page);

const day = "2026-11-23";

test("walking the pages gives every message once, newest first, while new ones arrive", async () => {
  const { send, get } = laboratory();
  for (let n = 1; n <= 7; n += 1) await send({ Body: `nummer ${n}` });
  const seen: string[] = [];
  let uri: string | null = `${messages}.json?PageSize=3`;
  while (uri) {
    const shown: z.output<typeof page> = await pageOf(get(uri));
    seen.push(...shown.messages.map(({ body }) => body));
    await send({ Body: "intussen" });
    uri = shown.next_page_uri;
  }
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `nummer ${n}`));
});

test("the page before the second is the first", async () => {
  const { send, get } = laboratory();
  for (let n = 1; n <= 4; n += 1) await send({ Body: `nummer ${n}` });
  const first = await pageOf(get(`${messages}.json?PageSize=2`));
  const second = await pageOf(get(first.next_page_uri ?? ""));
  const again = await pageOf(get(second.previous_page_uri ?? ""));
  expect(again.messages).toEqual(first.messages);
});

test.each([
  [`DateSent%3E=${day}`, 1],
  [`DateSent%3E=2026-11-24`, 0],
  [`DateSent%3C=${day}`, 1],
  [`DateSent%3C=2026-11-22`, 0],
  [`DateSent=${day}`, 1],
  [`To=${encodeURIComponent(theirs)}&DateSent%3E=${day}`, 1],
  [`To=%2B32470000099`, 0],
])("the filter %s finds %i messages", async (query, count) => {
  const { send, get, clock } = laboratory();
  await send();
  await clock.advance(10_000);
  const found = await pageOf(get(`${messages}.json?${query}`));
  expect(found.messages).toHaveLength(count);
});

test("a message that is not sent yet matches no sending date", async () => {
  const { send, get } = laboratory();
  await send();
  const found = await pageOf(get(`${messages}.json?DateSent%3E=2000-01-01`));
  expect(found.messages).toEqual([]);
});
