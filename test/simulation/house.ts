import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { d1, openDatabase, statementsOf } from "./d1.ts";
import { patched } from "./patches.ts";
import { setWatches, type Witness } from "./watches.ts";

const migrations = fileURLToPath(import.meta.resolve("../../migrations/"));

/** A migrated database, built once per process; every seed starts from the same page of it. */
export const openHouse = () => {
  const database = openDatabase();
  for (const name of readdirSync(migrations).toSorted())
    if (name.endsWith(".sql")) database.exec(migration(name));
  let witness: Witness = blind;
  setWatches(database, () => witness);
  const prepared = statementsOf(database);
  return {
    database,
    binding: d1(database, prepared),
    read: <Row>(sql: string, ...values: (string | number)[]): Row[] =>
      // The laws' own selects name the columns of the row they expect.
      prepared(sql).statement.all(...values) as Row[],
    /** Rises with every row that changes. */
    changes: () => Number(prepared("SELECT total_changes() AS n").statement.get()?.["n"]),
    witnessedBy: (given: Witness) => {
      witness = given;
    },
    begin: () => database.exec("SAVEPOINT seed"),
    reset: () => database.exec("ROLLBACK TO seed"),
  };
};

const migration = (name: string) =>
  patched(`migrations/${name}`, readFileSync(migrations + name, "utf8")).replaceAll(
    "--> statement-breakpoint",
    "",
  );

export type House = ReturnType<typeof openHouse>;

const blind: Witness = {
  accepted: () => false,
  claimed: () => {},
  mayPutBack: () => true,
  mayBeUnknown: () => true,
  mayBeFailed: () => true,
  about: () => null,
};
