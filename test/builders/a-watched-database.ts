/** One round trip to D1, and what it cost. */
export type Trip = {
  kind: "batch" | "all" | "first" | "run" | "raw" | "exec";
  statements: { sql: string; params: unknown[] }[];
  rows_read: number;
  rows_written: number;
};

/** Stands between the Worker and D1: counts round trips and rows, and can fail or pause a trip. */
export type WatchedDatabase = {
  db: D1Database;
  trips: Trip[];
  /** Runs before each trip; what it throws is what D1 would have thrown. */
  before: (trip: Pick<Trip, "kind" | "statements">) => Promise<void>;
};

type Prepared = { statement: D1PreparedStatement; sql: string; params: unknown[] };

export const watchedDatabase = (real: D1Database): WatchedDatabase => {
  const prepared = new WeakMap<object, Prepared>();

  const trip = async <T>(
    kind: Trip["kind"],
    of: readonly Prepared[],
    go: () => Promise<T>,
    metas: (result: T) => D1Meta[],
  ): Promise<T> => {
    const statements = of.map(({ sql, params }) => ({ sql, params }));
    await watched.before({ kind, statements });
    const result = await go();
    const sum = (key: "rows_read" | "rows_written") =>
      metas(result).reduce((total, meta) => total + meta[key], 0);
    const cost = { rows_read: sum("rows_read"), rows_written: sum("rows_written") };
    watched.trips.push({ kind, statements, ...cost });
    return result;
  };

  const wrap = (one: Prepared): D1PreparedStatement => {
    const all = (kind: "all" | "first" | "run") =>
      trip(
        kind,
        [one],
        () => one.statement.all(),
        (result) => [result.meta],
      );
    const statement = {
      bind: (...params: unknown[]) =>
        wrap({ ...one, statement: one.statement.bind(...params), params }),
      all: () => all("all"),
      run: () => all("run"),
      first: async (column?: string) => {
        const [row] = (await all("first")).results as Record<string, unknown>[];
        if (row === undefined) return null;
        return column === undefined ? row : row[column];
      },
      raw: (options?: { columnNames?: false }) =>
        trip(
          "raw",
          [one],
          () => one.statement.raw(options),
          () => [],
        ),
    };
    prepared.set(statement, one);
    // Everything D1PreparedStatement has is there; its overloads cannot be written as one object.
    return statement as unknown as D1PreparedStatement;
  };

  const known = (statement: object): Prepared => {
    const one = prepared.get(statement);
    if (!one) throw new Error("a statement of another database");
    return one;
  };

  const db = {
    prepare: (sql: string) => wrap({ statement: real.prepare(sql), sql, params: [] }),
    batch: (statements: D1PreparedStatement[]) => {
      const of = statements.map(known);
      return trip(
        "batch",
        of,
        () => real.batch(of.map(({ statement }) => statement)),
        (results) => results.map(({ meta }) => meta),
      );
    },
    exec: (sql: string) => real.exec(sql),
  };

  const watched: WatchedDatabase = {
    // The Worker uses prepare, batch and exec of D1Database, and nothing else.
    db: db as unknown as D1Database,
    trips: [],
    before: async () => {},
  };
  return watched;
};
