const quoted = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** How many values a statement wants: `?` counts on, `?7` wants at least seven. */
export const bindCount = (sql: string): number => {
  let count = 0;
  for (const [, number] of sql.replaceAll(quoted, "").matchAll(/\?(\d*)/g))
    count = number ? Math.max(count, Number(number)) : count + 1;
  return count;
};
