/** The cursor of a first page; typed wider than its value, because later pages have one. */
export const firstPage = undefined as string | undefined;
