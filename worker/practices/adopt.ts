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

const practiceLives = `EXISTS (SELECT 1 FROM practices WHERE id = ${thePractice} AND erased_at IS NULL)`;

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

// What was unread stays unread: where needed the practice's read cursor goes back to just before it.
const joinTarget = statement<Adoption>(
  `UPDATE conversations AS c SET version = c.version + 1,
     last_message_id = CASE WHEN s.last_message_at > c.last_message_at
       THEN s.last_message_id ELSE c.last_message_id END,
     last_message_at = max(c.last_message_at, s.last_message_at),
     read_up_to_at = CASE WHEN s.first_at < c.read_up_to_at THEN s.first_at ELSE c.read_up_to_at END,
     read_up_to_seq = CASE WHEN s.first_at < c.read_up_to_at THEN s.first_seq - 1 ELSE c.read_up_to_seq END,
     unread_count = (SELECT count(*) FROM messages n
       WHERE n.direction = 'inbound'
         AND n.conversation_id IN (SELECT c.id UNION ALL SELECT source_id
           FROM conversation_merges WHERE target_id = c.id AND moved_at IS NULL)
         AND (n.at, n.seq) > (min(c.read_up_to_at, coalesce(s.first_at, c.read_up_to_at)),
           CASE WHEN s.first_at < c.read_up_to_at THEN s.first_seq - 1 ELSE c.read_up_to_seq END))
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

const moveMessages = statement<{ limit: number }>(
  `UPDATE messages SET conversation_id = (SELECT target_id FROM conversation_merges
     WHERE source_id = messages.conversation_id AND moved_at IS NULL)
   WHERE seq IN (SELECT n.seq FROM conversation_merges m
     JOIN messages n ON n.conversation_id = m.source_id WHERE m.moved_at IS NULL LIMIT :limit)`,
);

const finishMerges = statement<{ at: number }>(
  `UPDATE conversation_merges SET moved_at = :at
   WHERE moved_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM messages WHERE conversation_id = conversation_merges.source_id)`,
);

/** Moves the messages of merged conversations, a bounded number at a time. */
export const moveStatements = (db: D1Database, at: number): D1PreparedStatement[] => [
  moveMessages(db, { limit: movedAtOnce }),
  finishMerges(db, { at }),
];

/**
 * Gives a sender nobody had linked to a practice, conversation and unread included. `practice` null:
 * the practice inserted earlier in the same batch.
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
    adoptContactPoint(db, adoption),
    ...moveStatements(db, at),
  ];
};
