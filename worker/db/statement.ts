/** What D1 can bind; a list goes in as one JSON text and is unfolded with json_each. */
export type Bound = string | number | null;

/**
 * A statement whose text is read once per isolate; `:name` marks a parameter.
 * Hot paths use it instead of building their SQL at every call.
 */
export const statement = <P extends Record<string, Bound> = Record<never, Bound>>(text: string) => {
  const names: string[] = [];
  const sql = text.replaceAll(/:([a-z_]+)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `?${names.indexOf(name) + 1}`;
  });
  return (db: D1Database, params: P): D1PreparedStatement =>
    db.prepare(sql).bind(...names.map((name) => params[name] ?? null));
};
