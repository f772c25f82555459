import { members } from "./members.ts";
import { mintIds } from "./mint-ids.ts";
import { readPractices } from "./read-practices.ts";
import { rowsOf } from "./rows-of.ts";

/** SQL whose one parameter holds its rows, as JSON. */
export type DemoStatement = { sql: string; rows: string };

const files = [
  { file: "dutch.txt", language: "nl" },
  { file: "long-thread.txt", language: "nl" },
  { file: "french.txt", language: "fr" },
  { file: "german.txt", language: "de" },
] as const;

/** The whole demo, to be run in this order; equal for equal arguments. */
export const demoStatements = async (now: number, pepper: string): Promise<DemoStatement[]> => {
  const mint = mintIds();
  const all = [];
  let practices = 0;
  for (const { file, language } of files)
    for (const block of readPractices(file)) {
      const practice_id = block.practice ? (practices += 1) : null;
      all.push(await rowsOf({ block, language, practice_id, mint, now, pepper }));
    }

  return [
    insert(
      "members",
      members.map((member) => ({
        ...member,
        email_verified: 1,
        active: 1,
        created_at: now,
        updated_at: now,
      })),
    ),
    insert(
      "practices",
      all.flatMap((rows) => rows.practices),
    ),
    insert(
      "contact_points",
      all.flatMap((rows) => rows.contact_points),
    ),
    insert(
      "contact_point_addresses",
      all.flatMap((rows) => rows.contact_point_addresses),
    ),
    insert(
      "people",
      all.flatMap((rows) => rows.people),
    ),
    insert(
      "contact_point_people",
      all.flatMap((rows) => rows.contact_point_people),
    ),
    insert(
      "conversations",
      all.flatMap((rows) => rows.conversations),
    ),
    insert(
      "messages",
      all.flatMap((rows) => rows.messages).toSorted((a, b) => a.at - b.at),
    ),
    insert(
      "suppressions",
      all.flatMap((rows) => rows.suppressions),
    ),
    { sql: moveCursors, rows: JSON.stringify(all.flatMap((rows) => rows.cursors)) },
    { sql: countUnread, rows: "[]" },
  ];
};

const insert = (table: string, rows: readonly Record<string, unknown>[]): DemoStatement => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const values = columns.map((column) => `value ->> '${column}'`);
  return {
    sql: `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values.join(", ")} FROM json_each(?)`,
    rows: JSON.stringify(rows),
  };
};

const moveCursors = `UPDATE conversations SET read_up_to_at = m.at, read_up_to_seq = m.seq
  FROM json_each(?) cursor JOIN messages m ON m.id = cursor.value ->> 'read_up_to'
  WHERE conversations.id = cursor.value ->> 'conversation_id'`;

// By UPDATE, and after the rows: the trigger that keeps the team's sum sees each of them.
const countUnread = `UPDATE conversations SET unread_count = (SELECT count(*) FROM messages m
    WHERE m.conversation_id = conversations.id AND m.direction = 'inbound'
      AND (m.at, m.seq) > (read_up_to_at, read_up_to_seq))
  WHERE ? IS NOT NULL`;
