import { z } from "zod";

export const maxPageSize = 100;

/** The query of every keyset-paged list. */
export const pageQuery = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(maxPageSize).default(50),
});

/** `next_cursor` is null on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next_cursor: z.string().nullable() });

export type Page<T> = { items: T[]; next_cursor: string | null };
export type PageQuery = z.output<typeof pageQuery>;
