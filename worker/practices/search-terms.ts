/**
 * What somebody typed, as an FTS5 query: every word a prefix, all of them needed. A phone number
 * may have spaces, dots or a "+". null when there is nothing to search for.
 */
export const searchTerms = (q: string | undefined): string | null => {
  if (!q) return null;
  const number = /^[+\d][\d\s./()-]+$/.test(q) ? q.replace(/\D/g, "") : null;
  const words = number ? [number.replace(/^00/, "")] : (q.match(/[\p{L}\p{N}]+/gu) ?? []);
  if (words.length === 0) return null;
  return words
    .slice(0, 10)
    .map((word) => `"${word}"*`)
    .join(" ");
};
