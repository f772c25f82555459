/** One habit of D1, and what both D1 and its stand-in must answer. */
export type ParityCase = { habit: string; ask(db: D1Database): Promise<unknown>; answer: unknown };

const setUp = [
  "DROP TABLE IF EXISTS child",
  "DROP TABLE IF EXISTS parity",
  `CREATE TABLE parity (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, n INTEGER NOT NULL DEFAULT 0,
     CHECK (n < 1000))`,
  "CREATE TABLE child (parity_id INTEGER NOT NULL REFERENCES parity (id))",
  "INSERT INTO parity (id, name, n) VALUES (1, 'one', 10), (2, 'two', 20), (3, 'three', 30)",
];

/** Fresh tables for a case; run before each. */
export const setUpParity = async (db: D1Database): Promise<void> => {
  for (const sql of setUp) await db.prepare(sql).run();
};

const messageOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "nothing was refused",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

const first =
  (sql: string, ...values: unknown[]) =>
  (db: D1Database) =>
    db
      .prepare(sql)
      .bind(...values)
      .first();

const refused =
  (sql: string, ...values: unknown[]) =>
  (db: D1Database) =>
    messageOf(
      db
        .prepare(sql)
        .bind(...values)
        .all(),
    );

const names = async (db: D1Database) =>
  (await db.prepare("SELECT name FROM parity ORDER BY id").all<{ name: string }>()).results.map(
    ({ name }) => name,
  );

const questions = (count: number) => Array.from({ length: count }, () => "?").join(", ");
const zeros = (count: number) => Array.from({ length: count }, () => 0);

export const parityCases: readonly ParityCase[] = [
  {
    habit: "a bound number is REAL",
    ask: first("SELECT typeof(?1) AS type, ?1 || '' AS text", 1),
    answer: { type: "real", text: "1.0" },
  },
  {
    habit: "a bound number becomes an integer in an integer column",
    ask: async (db) => {
      await db.prepare("INSERT INTO parity (name, n) VALUES (?, ?)").bind("four", 40).run();
      return first("SELECT typeof(n) AS type, n FROM parity WHERE name = 'four'")(db);
    },
    answer: { type: "integer", n: 40 },
  },
  { habit: "true is one", ask: first("SELECT ? AS it", true), answer: { it: 1 } },
  { habit: "null is null", ask: first("SELECT ? AS it", null), answer: { it: null } },
  {
    habit: "undefined cannot be bound",
    ask: async (db) => messageOf((async () => db.prepare("SELECT ?").bind(undefined).all())()),
    answer: "D1_TYPE_ERROR: Type 'undefined' not supported for value 'undefined'",
  },
  {
    habit: "too few values are refused",
    ask: refused("SELECT ?1, ?2", "one"),
    answer: "D1_ERROR: Wrong number of parameter bindings for SQL query.",
  },
  {
    habit: "too many values are refused",
    ask: refused("SELECT ?1", "one", "two"),
    answer: "D1_ERROR: Wrong number of parameter bindings for SQL query.",
  },
  {
    habit: "a parameter named twice is bound once",
    ask: first("SELECT ?1 AS a, ?2 AS b, ?1 AS c", "x", "y"),
    answer: { a: "x", b: "y", c: "x" },
  },
  {
    habit: "a question mark in a text is no parameter",
    ask: first("SELECT 'really?' AS a, ? AS b", "yes"),
    answer: { a: "really?", b: "yes" },
  },
  {
    habit: "a hundred values can be bound",
    ask: async (db) =>
      Object.keys((await first(`SELECT ${questions(100)}`, ...zeros(100))(db)) ?? {}).length > 0,
    answer: true,
  },
  {
    habit: "a hundred and one cannot",
    ask: async (db) =>
      (await refused(`SELECT ${questions(101)}`, ...zeros(101))(db)).startsWith(
        "D1_ERROR: too many SQL variables",
      ),
    answer: true,
  },
  {
    habit: "a LIKE pattern of fifty bytes is taken",
    ask: first("SELECT 'x' LIKE ? AS it", "a".repeat(50)),
    answer: { it: 0 },
  },
  {
    habit: "a longer one is refused",
    ask: refused("SELECT 'x' LIKE ? AS it", "a".repeat(51)),
    answer: "D1_ERROR: LIKE or GLOB pattern too complex: SQLITE_ERROR",
  },
  {
    habit: "a statement over 100 KB is refused",
    ask: async (db) =>
      (await refused(`SELECT '${"x".repeat(100_001)}'`)(db)).startsWith("D1_ERROR:"),
    answer: true,
  },
  {
    habit: "a unique violation is worded so",
    ask: refused("INSERT INTO parity (name) VALUES ('one')"),
    answer:
      "D1_ERROR: UNIQUE constraint failed: parity.name: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)",
  },
  {
    habit: "a primary key violation is worded so",
    ask: refused("INSERT INTO parity (id, name) VALUES (1, 'again')"),
    answer:
      "D1_ERROR: UNIQUE constraint failed: parity.id: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_PRIMARYKEY)",
  },
  {
    habit: "a missing value is worded so",
    ask: refused("INSERT INTO parity (name, n) VALUES ('five', NULL)"),
    answer:
      "D1_ERROR: NOT NULL constraint failed: parity.n: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_NOTNULL)",
  },
  {
    habit: "a failed check is worded so",
    ask: refused("INSERT INTO parity (name, n) VALUES ('five', 1000)"),
    answer:
      "D1_ERROR: CHECK constraint failed: n < 1000: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_CHECK)",
  },
  {
    habit: "foreign keys are kept",
    ask: refused("INSERT INTO child VALUES (99)"),
    answer:
      "D1_ERROR: FOREIGN KEY constraint failed: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_FOREIGNKEY)",
  },
  {
    habit: "a wrong table is worded so",
    ask: async (db) => (await refused("SELECT * FROM nowhere")(db)).split(" at ")[0],
    answer: "D1_ERROR: no such table: nowhere: SQLITE_ERROR",
  },
  {
    habit: "the error names its cause",
    ask: (db) =>
      db
        .prepare("INSERT INTO parity (name) VALUES ('one')")
        .run()
        .catch((error: unknown) =>
          error instanceof Error && error.cause instanceof Error ? error.cause.message : null,
        ),
    answer:
      "UNIQUE constraint failed: parity.name: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)",
  },
  {
    habit: "a batch happens whole",
    ask: async (db) => {
      const results = await db.batch<{ name: string }>([
        db.prepare("INSERT INTO parity (name) VALUES ('four')"),
        db.prepare("UPDATE parity SET n = n + 1 WHERE name = 'four' RETURNING name, n"),
        db.prepare("SELECT count(*) AS count FROM parity"),
      ]);
      return results.map(({ results: rows }) => rows);
    },
    answer: [[], [{ name: "four", n: 1 }], [{ count: 4 }]],
  },
  {
    habit: "or not at all",
    ask: async (db) => {
      await messageOf(
        db.batch([
          db.prepare("INSERT INTO parity (name) VALUES ('four')"),
          db.prepare("INSERT INTO parity (name) VALUES ('one')"),
        ]),
      );
      return names(db);
    },
    answer: ["one", "two", "three"],
  },
  {
    habit: "changes() tells of the statement before it in the batch",
    ask: async (db) => {
      const [, some, , none] = await db.batch([
        db.prepare("UPDATE parity SET n = 1 WHERE id <= 2"),
        db.prepare("SELECT changes() AS it"),
        db.prepare("UPDATE parity SET n = 1 WHERE id = 99 RETURNING id"),
        db.prepare("SELECT changes() AS it"),
      ]);
      return [some?.results, none?.results];
    },
    answer: [[{ it: 2 }], [{ it: 0 }]],
  },
  {
    habit: "BEGIN is refused",
    ask: async (db) =>
      (await refused("BEGIN TRANSACTION")(db)).includes("state.storage.transaction()"),
    answer: true,
  },
  {
    habit: "SAVEPOINT is refused",
    ask: async (db) =>
      (await refused("SAVEPOINT here")(db)).includes("state.storage.transaction()"),
    answer: true,
  },
  {
    habit: "a text may stand in double quotes",
    ask: first(`SELECT "no such column" AS it`),
    answer: { it: "no such column" },
  },
  {
    habit: "json_each unfolds one value into many",
    ask: async (db) =>
      (
        await db
          .prepare(
            "SELECT name FROM parity WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
          )
          .bind("[1, 3]")
          .all()
      ).results,
    answer: [{ name: "one" }, { name: "three" }],
  },
  {
    habit: "an upsert gives its row back",
    ask: first(
      `INSERT INTO parity (name, n) VALUES ('one', 5)
       ON CONFLICT (name) DO UPDATE SET n = parity.n + excluded.n RETURNING id, n`,
    ),
    answer: { id: 1, n: 15 },
  },
  {
    habit: "a blob is an array of numbers",
    ask: first("SELECT x'0102' AS it"),
    answer: { it: [1, 2] },
  },
  {
    habit: "a large integer is rounded",
    ask: first("SELECT 9007199254740993 AS it"),
    answer: { it: 9_007_199_254_740_992 },
  },
  {
    habit: "the first of nothing is null",
    ask: first("SELECT name FROM parity WHERE id = 99"),
    answer: null,
  },
  {
    habit: "one column of the first row",
    ask: (db) => db.prepare("SELECT name, n FROM parity ORDER BY id").first("n"),
    answer: 10,
  },
  {
    habit: "a column that is not there is an error",
    ask: async (db) => messageOf(db.prepare("SELECT name FROM parity").first("missing")),
    answer: "D1_COLUMN_NOTFOUND: Column not found (missing)",
  },
  {
    habit: "raw gives values in their order",
    ask: (db) => db.prepare("SELECT n, name FROM parity ORDER BY id LIMIT 2").raw(),
    answer: [
      [10, "one"],
      [20, "two"],
    ],
  },
  {
    habit: "full-text search folds accents away",
    ask: async (db) => {
      await db.prepare("DROP TABLE IF EXISTS found").run();
      await db
        .prepare(
          "CREATE VIRTUAL TABLE found USING fts5(name, tokenize = 'unicode61 remove_diacritics 2')",
        )
        .run();
      await db.prepare("INSERT INTO found (name) VALUES ('Praktijk Désirée')").run();
      return first("SELECT name FROM found WHERE found MATCH ?", "desiree")(db);
    },
    answer: { name: "Praktijk Désirée" },
  },
];
