import { suppressed } from "../practices/suppression.ts";

/**
 * SQL: why message `m` may not leave now, or NULL. Part of the claim, so that what was allowed when
 * the message was written may still be forbidden when it would leave. `:reaches_people` is 1 when the
 * provider is a real one: demo practices are never texted then.
 */
export const refusal = `CASE
  WHEN :reaches_people = 1 AND EXISTS (
    SELECT 1 FROM conversations c LEFT JOIN conversations t ON t.id = c.merged_into
    JOIN practices p ON p.id = coalesce(c.practice_id, t.practice_id)
    WHERE c.id = m.conversation_id AND p.is_demo = 1) THEN 'demo_practice'
  WHEN ${suppressed({
    channel: "m.channel",
    hash: "m.address_hash",
    purpose: "m.purpose",
    author: "m.author_kind",
  })} THEN 'opted_out'
END`;
