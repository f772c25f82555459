/**
 * What somebody typed, as an FTS5 query: every word a prefix, all of them needed. A phone number
 * may have spaces, dots, a "+" or "(0)". null when nothing was typed; what has no letter or digit in
 * it finds nothing.
 */
export const searchTerms = (q: string | undefined): string | null => {
  if (!q) return null;
  const text = q
    .normalize("NFC")
    .replace("(0)", "")
    .replace(/\p{Cf}/gu, "");
  const number = /^[+(\d][\d\s./()-]+$/.test(text) ? text.replace(/\D/g, "") : null;
  const words = number ? [number.replace(/^00/, "")] : (text.match(/[\p{L}\p{N}]+/gu) ?? []);
  if (words.length === 0) return '""';
  return words
    .slice(0, 10)
    .map((word) => `"${word}"*`)
    .join(" ");
};
