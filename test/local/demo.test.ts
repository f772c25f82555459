import { globSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { demoStatements } from "./demo/demo-statements.ts";

const now = Date.parse("2026-11-23T09:45:00Z");

const filled = async () => {
  const db = new DatabaseSync(":memory:");
  for (const file of globSync("migrations/*.sql").toSorted()) db.exec(readFileSync(file, "utf8"));
  for (const { sql, rows } of await demoStatements(now, "a-pepper-of-tests"))
    db.prepare(sql).run(rows);
  const all = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  return { all };
};

const { all } = await filled();
const column = (sql: string) => all(sql).flatMap((row) => Object.values(row));

test("the same moment gives the same demo", async () => {
  expect(await demoStatements(now, "pepper")).toEqual(await demoStatements(now, "pepper"));
});

test("unread is what came in after the read cursor, and the team's sum is theirs", () => {
  expect(
    all(`SELECT c.id FROM conversations c WHERE unread_count <> (
      SELECT count(*) FROM messages m WHERE m.conversation_id = c.id AND direction = 'inbound'
        AND (m.at, m.seq) > (c.read_up_to_at, c.read_up_to_seq))`),
  ).toEqual([]);
  expect(column("SELECT unread FROM inbox_counters")).toEqual(
    column("SELECT sum(unread_count) FROM conversations"),
  );
});

test("each conversation points at its newest message, and seq follows time", () => {
  expect(
    all(`SELECT c.id FROM conversations c WHERE last_message_id <> (
      SELECT id FROM messages m WHERE m.conversation_id = c.id ORDER BY at DESC, seq DESC LIMIT 1)`),
  ).toEqual([]);
  expect(
    all("SELECT a.id FROM messages a JOIN messages b ON a.seq < b.seq AND a.at > b.at"),
  ).toEqual([]);
});

test("every state is there to be seen", () => {
  expect(column("SELECT DISTINCT status FROM messages ORDER BY 1")).toEqual([
    "delivered",
    "failed",
    "queued",
    "received",
    "unknown",
  ]);
  expect(column("SELECT count(*) FROM conversations WHERE unread_count > 0")[0]).toBeGreaterThan(4);
  expect(column("SELECT count(*) FROM conversations WHERE practice_id IS NULL")).toEqual([1]);
  expect(
    column("SELECT max(n) FROM (SELECT count(*) n FROM messages GROUP BY conversation_id)")[0],
  ).toBeGreaterThan(129);
  expect(column("SELECT DISTINCT language FROM practices ORDER BY 1")).toEqual(["de", "fr", "nl"]);
});

test("who texted STOP is on the suppression list of the local pepper", () => {
  expect(
    column(`SELECT p.name FROM suppressions s JOIN contact_points cp USING (address_hash)
      JOIN practices p ON p.id = cp.practice_id JOIN messages m ON m.id = s.message_id`),
  ).toEqual(["Dentisterie Quai d'Ardeline"]);
});

test("nobody's number is used, and every practice is marked as demo", () => {
  const addresses = column("SELECT address FROM contact_points UNION SELECT address FROM messages");
  for (const address of addresses) expect(address).toMatch(/^\+324700000\d\d$|\.example$/);
  expect(column("SELECT count(*) FROM practices WHERE is_demo = 0")).toEqual([0]);
});

test("nothing was said in the future", () => {
  expect(column("SELECT max(at) FROM messages")[0]).toBeLessThan(now);
});
