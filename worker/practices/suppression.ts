import { statement } from "../db/statement.ts";

/**
 * Puts the sender of a stored message on the suppression list; does nothing when it was not stored.
 * A word of ours does not weaken the carrier's block, which only START lifts.
 */
export const suppressSender = statement<{ message: string; source: string; at: number }>(
  `INSERT INTO suppressions (channel, address_hash, source, message_id, suppressed_at)
   SELECT channel, address_hash, :source, id, :at FROM messages WHERE id = :message
   ON CONFLICT (channel, address_hash) DO UPDATE SET
     source = CASE WHEN source = 'carrier' AND lifted_at IS NULL THEN source ELSE excluded.source END,
     message_id = excluded.message_id,
     suppressed_at = excluded.suppressed_at, wrote_again_at = NULL, lifted_at = NULL`,
);

/** Who texts START may be written to again. */
export const liftSuppression = statement<{ message: string; at: number }>(
  `UPDATE suppressions SET lifted_at = :at
   WHERE lifted_at IS NULL AND (channel, address_hash) IN (
     SELECT channel, address_hash FROM messages WHERE id = :message)`,
);

/** Who opted out and now writes may get a colleague's answer. */
export const noteWroteAgain = statement<{ message: string; at: number }>(
  `UPDATE suppressions SET wrote_again_at = :at
   WHERE lifted_at IS NULL AND (channel, address_hash) IN (
     SELECT channel, address_hash FROM messages WHERE id = :message)`,
);

/**
 * Of these messages, those this batch has failed because the recipient opted out at the provider; an
 * old report that comes again undoes no START.
 */
export const suppressRecipients = statement<{ messages: string; at: number }>(
  `INSERT INTO suppressions (channel, address_hash, source, message_id, suppressed_at)
   SELECT channel, address_hash, 'carrier', id, :at FROM messages
   WHERE id IN (SELECT value FROM json_each(:messages)) AND refusal_reason = 'opted_out'
     AND failed_at = :at
   ON CONFLICT (channel, address_hash) DO UPDATE SET
     source = 'carrier', message_id = excluded.message_id,
     suppressed_at = excluded.suppressed_at, wrote_again_at = NULL, lifted_at = NULL`,
);

/**
 * SQL that is true when `m` (a message, or a contact point with its author) may not be written to.
 * A colleague may answer someone who wrote after opting out, unless the carrier blocks the number.
 */
export const suppressed = (m: { channel: string; hash: string; purpose: string; author: string }) =>
  `EXISTS (
    SELECT 1 FROM suppressions s
    WHERE s.channel = ${m.channel} AND s.address_hash = ${m.hash} AND s.lifted_at IS NULL
      AND (s.source = 'carrier' OR ${m.purpose} = 'marketing' OR ${m.author} <> 'member'
           OR s.wrote_again_at IS NULL))`;
