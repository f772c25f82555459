import { actorId } from "../context/actor.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";

/** How many messages one statement moves; the sweep moves the rest. */
export const movedAtOnce = 500;

type Adoption = {
  contact_point: string;
  practice: number | null;
  at: number;
  actor: string | null;
};

/** SQL: the practice given, or the one this batch has just inserted. */
export const thePractice = `coalesce(:practice, (SELECT seq FROM sqlite_sequence WHERE name = 'practices'))`;

/** SQL: and nobody has erased it meanwhile. */
export const practiceLives = `EXISTS (SELECT 1 FROM practices WHERE id = ${thePractice} AND erased_at IS NULL)`;

const adoptContactPoint = statement<Adoption>(
  `UPDATE contact_points SET practice_id = ${thePractice}
   WHERE id = :contact_point AND practice_id IS NULL AND ${practiceLives}`,
);

/** SQL over `s`: the conversation of a sender who has just been adopted. */
const source = `s.contact_point_id = :contact_point AND s.contact_point_id IS NOT NULL
  AND s.merged_into IS NULL AND ${practiceLives}`;

const recordMerge = statement<Adoption>(
  `INSERT INTO conversation_merges (source_id, target_id, contact_point_id, at, actor_id)
   SELECT s.id, t.id, s.contact_point_id, :at, :actor
   FROM conversations s JOIN conversations t
     ON t.practice_id = ${thePractice} AND t.practice_id IS NOT NULL AND t.merged_into IS NULL
   WHERE ${source}`,
);

const merge = `(SELECT source_id, target_id FROM conversation_merges
  WHERE contact_point_id = :contact_point AND at = :at AND moved_at IS NULL)`;

/** SQL: the practice's read cursor, gone back where the sender's first unread message lies behind it. */
const behindCursor = `(s.first_at, s.first_seq) <= (c.read_up_to_at, c.read_up_to_seq)`;
const cursorAt = `CASE WHEN ${behindCursor} THEN s.first_at ELSE c.read_up_to_at END`;
const cursorSeq = `CASE WHEN ${behindCursor} THEN s.first_seq - 1 ELSE c.read_up_to_seq END`;

// What was unread stays unread.
const joinTarget = statement<Adoption>(
  `UPDATE conversations AS c SET version = c.version + 1,
     last_message_id = (SELECT id FROM messages WHERE id IN (c.last_message_id, s.last_message_id)
       ORDER BY at DESC, seq DESC LIMIT 1),
     last_message_at = max(c.last_message_at, s.last_message_at),
     read_up_to_at = ${cursorAt}, read_up_to_seq = ${cursorSeq},
     unread_count = (SELECT count(*) FROM messages n
       WHERE n.direction = 'inbound'
         AND n.conversation_id IN (SELECT c.id UNION ALL SELECT source_id
           FROM conversation_merges WHERE target_id = c.id AND moved_at IS NULL)
         AND (n.at, n.seq) > (${cursorAt}, ${cursorSeq}))
   FROM (SELECT s.id, m.target_id, s.last_message_id, s.last_message_at, f.at AS first_at, f.seq AS first_seq
     FROM ${merge} m JOIN conversations s ON s.id = m.source_id
     LEFT JOIN messages f ON f.seq = (SELECT n.seq FROM messages n
       WHERE n.conversation_id = s.id AND n.direction = 'inbound'
         AND (n.at, n.seq) > (s.read_up_to_at, s.read_up_to_seq) ORDER BY n.at, n.seq LIMIT 1)) s
   WHERE c.id = s.target_id`,
);

const closeSource = statement<Adoption>(
  `UPDATE conversations SET merged_into = m.target_id, unread_count = 0, version = version + 1
   FROM ${merge} m WHERE conversations.id = m.source_id`,
);

// Without a conversation of the practice there was no merge: the sender's own becomes the practice's.
const takeConversation = statement<Adoption>(
  `UPDATE conversations AS s SET practice_id = ${thePractice}, contact_point_id = NULL,
     version = version + 1
   WHERE ${source}`,
);

// Newest first: that is what a reader of the thread looks for.
const moveMessages = statement<{ limit: number; contact_point: string | null }>(
  `UPDATE messages SET conversation_id = (SELECT target_id FROM conversation_merges
     WHERE source_id = messages.conversation_id AND moved_at IS NULL)
   WHERE seq IN (SELECT n.seq FROM messages n
     WHERE n.conversation_id = (SELECT source_id FROM conversation_merges
       WHERE moved_at IS NULL AND (:contact_point IS NULL OR contact_point_id = :contact_point)
       ORDER BY id LIMIT 1)
     ORDER BY n.at DESC, n.seq DESC LIMIT :limit)`,
);

const finishMerges = statement<{ at: number }>(
  `UPDATE conversation_merges SET moved_at = :at
   WHERE moved_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversation_merges.source_id)`,
);

/** Moves messages of a merged conversation (a sender's, or the oldest), a bounded number at a time. */
export const moveStatements = (
  db: D1Database,
  at: number,
  contact_point: string | null = null,
): D1PreparedStatement[] => [
  moveMessages(db, { limit: movedAtOnce, contact_point }),
  finishMerges(db, { at }),
];

/**
 * Gives a sender nobody had linked to a practice, conversation and unread included. `practice` null:
 * the practice inserted earlier in the same batch. The last statement changes a row when it was so.
 */
export const adoptStatements = (
  ctx: Ctx,
  input: { contact_point: string; practice: number | null },
): D1PreparedStatement[] => {
  const db = ctx.env.DB;
  const at = ctx.now();
  const adoption: Adoption = { ...input, at, actor: actorId(ctx.actor) };
  return [
    recordMerge(db, adoption),
    joinTarget(db, adoption),
    closeSource(db, adoption),
    takeConversation(db, adoption),
    ...moveStatements(db, at, input.contact_point),
    adoptContactPoint(db, adoption),
  ];
};
