import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { auditChange } from "../http/audit.ts";
import { Problem } from "../http/problem.ts";
import { findPractice } from "./find.ts";
import { sendingToPractice } from "./sending.ts";

type Erase = { practice: number; at: number };

const tombstone = statement<Erase>(
  `UPDATE practices SET erased_at = :at, updated_at = :at, name = '', municipality = NULL,
     postcode = NULL, profession = NULL, riziv = NULL, legal_form = NULL, opening_hours = NULL
   WHERE id = :practice AND erased_at IS NULL AND NOT ${sendingToPractice}
   RETURNING id`,
);

/** SQL: this batch has erased the practice, so what belonged to it goes too. */
const erased = `EXISTS (SELECT 1 FROM practices WHERE id = :practice AND erased_at = :at)`;

/** SQL: its conversation, and those of linked senders whose messages are still being moved there. */
const conversationIds = `SELECT id FROM conversations
  WHERE practice_id = :practice AND practice_id IS NOT NULL AND merged_into IS NULL
  UNION SELECT s.source_id FROM conversation_merges s JOIN conversations c ON c.id = s.target_id
  WHERE s.moved_at IS NULL AND c.practice_id = :practice`;

// The provider's id and the hash stay: a late webhook finds its message and stores nothing new.
const eraseTexts = statement<Erase>(
  `UPDATE messages SET content = '', address = ''
   WHERE conversation_id IN (${conversationIds}) AND ${erased}`,
);

const closeConversation = statement<Erase>(
  `UPDATE conversations SET unread_count = 0, version = version + 1, last_message_id = NULL,
     merged_into = id
   WHERE practice_id = :practice AND merged_into IS NULL AND ${erased}
   RETURNING id`,
);

const deleteContactPoints = statement<Erase>(
  `DELETE FROM contact_points WHERE practice_id = :practice AND ${erased}`,
);

const deletePeople = statement<Erase>(
  `DELETE FROM people WHERE practice_id = :practice AND ${erased}`,
);

const deleteFromSearch = statement<Erase>(
  `DELETE FROM practice_search WHERE rowid = :practice AND ${erased}`,
);

/**
 * Erases a practice: contact points, people and texts go, its addresses are free, the suppression
 * hashes stay. Refused while something is being sent. Answers the conversation that is gone, if any.
 */
export const erasePractice = async (ctx: Ctx, practice: number): Promise<string | null> => {
  const db = ctx.env.DB;
  const erase: Erase = { practice, at: ctx.now() };
  const [gone, , , conversation] = await db.batch<{ id: string }>([
    tombstone(db, erase),
    auditChange(ctx, "practice.erase", String(practice)),
    eraseTexts(db, erase),
    closeConversation(db, erase),
    deleteContactPoints(db, erase),
    deletePeople(db, erase),
    deleteFromSearch(db, erase),
  ]);
  if (gone?.results.length) return conversation?.results[0]?.id ?? null;
  await findPractice(ctx, practice);
  throw new Problem("sending_in_progress");
};
