import type { Play } from "./play.ts";
import type { Rng } from "./rng.ts";

/** As many messages as an outage leaves behind: stored and promised, their deliveries dead. The sweep finds them. */
export const backlog = ({ house, world }: Play, by: Rng): void => {
  const targets = house.read<{
    conversation: string;
    point: string;
    address: string;
    hash: string;
  }>(
    `SELECT c.id AS conversation, cp.id AS point, cp.address, cp.address_hash AS hash
     FROM conversations c JOIN contact_points cp ON cp.practice_id = c.practice_id
     WHERE c.merged_into IS NULL ORDER BY c.created_at, c.id, cp.id`,
  );
  const target = by.any(targets);
  if (!target) return;
  const at = Math.max(
    world.clock.now(),
    ...house
      .read<{ at: number }>(
        `SELECT last_message_at AS at FROM conversations WHERE id = ?`,
        target.conversation,
      )
      .map((row) => row.at),
  );
  const insert = house.database.prepare(
    `INSERT INTO messages (id, conversation_id, contact_point_id, channel, direction, status, purpose,
       author_kind, author_id, content, address, address_hash, sender_address, at, due_at)
     VALUES (?, ?, ?, 'sms', 'outbound', 'queued', 'service', 'key', 'crm', ?, ?, ?, '+32460000000', ?, ?)`,
  );
  const trace = house.database.prepare(
    `INSERT INTO audit_log (id, at, actor_kind, actor_id, action, subject) VALUES (?, ?, 'key', 'crm', 'message.send', ?)`,
  );
  for (let i = 0; i < by.int(26, 60); i += 1) {
    const id = `msg_018f0000-0000-7000-8000-${at.toString(16).slice(-8)}${i.toString(16).padStart(4, "0")}`;
    insert.run(
      id,
      target.conversation,
      target.point,
      `backlog ${id}`,
      target.address,
      target.hash,
      at,
      at,
    );
    trace.run(`audit_${id}`, at, id);
    house.database
      .prepare(
        `UPDATE conversations SET version = version + 1, last_message_id = ?, last_message_at = ? WHERE id = ?`,
      )
      .run(id, at, target.conversation);
  }
};
