/** SQLite's extended result codes that can reach the Worker, as D1 words them after the message. */
const codes: Readonly<Record<number, string>> = {
  1: "SQLITE_ERROR",
  5: "SQLITE_BUSY",
  18: "SQLITE_TOOBIG",
  19: "SQLITE_CONSTRAINT",
  20: "SQLITE_MISMATCH",
  25: "SQLITE_RANGE",
  275: "SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_CHECK)",
  787: "SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_FOREIGNKEY)",
  1299: "SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_NOTNULL)",
  1555: "SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_PRIMARYKEY)",
  1811: "SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_TRIGGER)",
  2067: "SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_UNIQUE)",
  2579: "SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_ROWID)",
};

export class D1Error extends Error {
  constructor(message: string) {
    super(`D1_ERROR: ${message}`, { cause: new Error(message) });
  }
}

/** What D1 throws where SQLite refuses. */
export const asD1Error = (error: unknown): Error => {
  if (!(error instanceof Error) || !("errcode" in error)) return error as Error;
  const code = codes[Number(error.errcode)] ?? "SQLITE_ERROR";
  return new D1Error(`${error.message}: ${code}`);
};
