import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { bindCount } from "./bind-count.ts";
import { asD1Error, D1Error } from "./d1-error.ts";

/** One round trip to D1: what runs in it runs whole or not at all. `writes`: it may change something. */
export type RoundTrip = <T>(trip: { writes: boolean; run: () => T }) => Promise<T>;

export const inOneGo: RoundTrip = async ({ run }) => run();

/** SQLite with D1's limits and habits. */
export const openDatabase = (): DatabaseSync =>
  new DatabaseSync(":memory:", {
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: true,
    limits: { variableNumber: 100, likePatternLength: 50, sqlLength: 100_000, column: 100 },
  });

type Prepared = { statement: StatementSync; binds: number; writes: boolean };
type Row = Record<string, unknown>;
type Result = { success: true; results: Row[]; meta: Row };

/** D1 over node:sqlite. Statements are compiled once per database, whoever asks for them. */
export const d1 = (database: DatabaseSync, prepared = statementsOf(database)) => {
  const totalChanges = database.prepare("SELECT total_changes() AS n, last_insert_rowid() AS id");

  const execute = (sql: string, values: readonly SQLInputValue[]): Result => {
    const { statement, binds, writes } = prepared(sql);
    if (values.length !== binds)
      throw new D1Error("Wrong number of parameter bindings for SQL query.");
    const before = writes ? Number(totalChanges.get()?.["n"]) : 0;
    const results = rowsOf(statement, values);
    const after = writes ? totalChanges.get() : undefined;
    return {
      success: true,
      results,
      meta: {
        changes: writes ? Number(after?.["n"]) - before : 0,
        last_row_id: writes ? Number(after?.["id"]) : 0,
      },
    };
  };

  const whole = (statements: readonly Bound[]): Result[] => {
    database.exec("SAVEPOINT d1_batch");
    try {
      const results = statements.map(({ sql, values }) => execute(sql, values));
      database.exec("RELEASE d1_batch");
      return results;
    } catch (error) {
      database.exec("ROLLBACK TO d1_batch; RELEASE d1_batch");
      throw asD1Error(error);
    }
  };

  const writesOf = (statements: readonly Bound[]) => statements.some(({ sql }) => isWrite(sql));

  /** The binding as one invocation sees it: every round trip goes through `trip`. */
  const binding = (trip: RoundTrip): D1Database => {
    const run = (statements: readonly Bound[]) =>
      trip({ writes: writesOf(statements), run: () => whole(statements) });

    const prepare = (sql: string, values: readonly SQLInputValue[] = []) => {
      const only = async () => {
        const [result] = await run([{ sql, values }]);
        if (!result) throw new Error("a statement gives a result");
        return result;
      };
      return {
        sql,
        values,
        bind: (...given: unknown[]) => prepare(sql, given.map(bindable)),
        all: only,
        run: only,
        first: async (column?: string) => {
          const [row] = (await only()).results;
          if (!row) return null;
          if (column === undefined) return row;
          if (!(column in row)) throw new Error(`D1_COLUMN_NOTFOUND: Column not found (${column})`);
          return row[column];
        },
        raw: async (options?: { columnNames?: boolean }) => {
          const { results } = await only();
          const names = prepared(sql)
            .statement.columns()
            .map(({ name }) => name);
          const rows = results.map((row) => Object.values(row));
          return options?.columnNames ? [names, ...rows] : rows;
        },
      };
    };

    const made = {
      prepare: (sql: string) => prepare(sql),
      batch: (statements: readonly Bound[]) => run(statements),
      exec: async (sql: string) => {
        const lines = sql.split("\n").filter((line) => line.trim() !== "");
        await run(lines.map((line) => ({ sql: line, values: [] })));
        return { count: lines.length, duration: 0 };
      },
    };
    // The part of D1Database that the Worker uses; its overloads cannot be met by inference.
    return made as unknown as D1Database;
  };

  return { binding };
};

type Bound = { sql: string; values: readonly SQLInputValue[] };

/** A compiled statement survives every rollback, so that a seed does not pay for it again. */
export const statementsOf = (database: DatabaseSync) => {
  const known = new Map<string, Prepared>();
  return (sql: string): Prepared => {
    const before = known.get(sql);
    if (before) return before;
    if (/^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|END)\b/i.test(sql))
      throw new D1Error(
        "To execute a transaction, please use the state.storage.transaction() or state.storage.transactionSync() APIs instead of the SQL BEGIN TRANSACTION or SAVEPOINT statements.",
      );
    const statement = database.prepare(sql);
    const compiled = { statement, binds: bindCount(sql), writes: isWrite(sql) };
    known.set(sql, compiled);
    return compiled;
  };
};

const isWrite = (sql: string) =>
  /^\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|DROP|ALTER)\b/i.test(sql);

const bindable = (value: unknown): SQLInputValue => {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (Array.isArray(value)) return Uint8Array.from(value);
  throw new Error(
    `D1_TYPE_ERROR: Type '${typeof value}' not supported for value '${String(value)}'`,
  );
};

/** Rows as D1 brings them over the wire: plain objects, blobs as arrays, integers as numbers. */
const rowsOf = (statement: StatementSync, values: readonly SQLInputValue[]): Row[] => {
  let rows: Row[];
  try {
    rows = statement.all(...values);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    rows = withBigInts(statement, values);
  }
  for (const row of rows)
    for (const name in row) {
      const value = row[name];
      if (value instanceof Uint8Array) row[name] = [...value];
      else if (typeof value === "bigint") row[name] = Number(value);
    }
  return rows;
};

const withBigInts = (statement: StatementSync, values: readonly SQLInputValue[]) => {
  statement.setReadBigInts(true);
  try {
    return statement.all(...values);
  } finally {
    statement.setReadBigInts(false);
  }
};
