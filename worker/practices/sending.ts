/** SQL: something is on its way to practice `:practice`, so nothing of it may be taken away now. */
export const sendingToPractice = `EXISTS (
  SELECT 1 FROM messages m JOIN conversations c ON c.id = m.conversation_id
  WHERE m.status IN ('queued', 'sending') AND (c.practice_id = :practice OR EXISTS (
    SELECT 1 FROM conversations t WHERE t.id = c.merged_into AND t.practice_id = :practice)))`;
