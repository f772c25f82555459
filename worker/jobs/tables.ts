import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { queueNames } from "#contracts/jobs.ts";
import { moment, oneOf } from "../db/columns.ts";

/** Jobs that failed; a dead one was given up by its queue and waits for a person. */
export const failedJobs = sqliteTable(
  "failed_jobs",
  {
    /** A hash of queue and body: the same job is one row, however often it fails. */
    id: text("id").primaryKey(),
    queue: oneOf("queue", queueNames).notNull(),
    body: text("body").notNull(),
    reason: text("reason").notNull(),
    attempts: integer("attempts").notNull(),
    failedAt: moment("failed_at").notNull(),
    deadAt: moment("dead_at"),
  },
  (t) => [
    index("failed_jobs_dead")
      .on(t.deadAt, t.id)
      .where(sql`dead_at IS NOT NULL`),
    index("failed_jobs_by_age")
      .on(t.failedAt)
      .where(sql`dead_at IS NULL`),
  ],
);
