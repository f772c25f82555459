import type { InboundMessage } from "../channels/channel.ts";
import { addressHash } from "../context/hash.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { type News, newsOf, newsStatements } from "../inbox/announce.ts";
import { conversationOfContactPoint, touchConversation } from "../inbox/statements.ts";
import { readNumber } from "../practices/address.ts";
import { readOptOut } from "../practices/opt-out-words.ts";
import { liftSuppression, noteWroteAgain, suppressSender } from "../practices/suppression.ts";

type Insert = {
  id: string;
  conversation: string;
  contact_point: string;
  channel: string;
  address: string;
  hash: string;
  sender: string;
  line_type: string | null;
  provider_id: string;
  content: string;
  segments: number | null;
  media_count: number;
  at: number;
};

const notStoredYet = `NOT EXISTS (SELECT 1 FROM messages
  WHERE provider_id = :provider_id AND provider_id IS NOT NULL)`;

const addContactPoint = statement<Insert>(
  `INSERT INTO contact_points (id, channel, address, address_hash, line_type, created_at)
   SELECT :contact_point, :channel, :address, :hash, :line_type, :at
   WHERE ${notStoredYet} AND NOT EXISTS (
     SELECT 1 FROM contact_point_addresses WHERE channel = :channel AND address = :address)`,
);

// The id was minted for this webhook: the contact point exists only if the statement above made it.
const addAddress = statement<Insert>(
  `INSERT INTO contact_point_addresses (channel, address, contact_point_id)
   SELECT :channel, :address, id FROM contact_points WHERE id = :contact_point`,
);

const sender = `FROM contact_point_addresses a JOIN contact_points cp ON cp.id = a.contact_point_id
  WHERE a.channel = :channel AND a.address = :address`;

const openConversation = statement<Insert>(
  `INSERT INTO conversations (id, practice_id, contact_point_id, last_message_at, created_at)
   SELECT :conversation, cp.practice_id, CASE WHEN cp.practice_id IS NULL THEN cp.id END, :at, :at
   ${sender} AND ${conversationOfContactPoint} IS NULL AND ${notStoredYet}`,
);

// Never before what is there: a webhook that took longer must not land behind the read cursor.
const insertMessage = statement<Insert>(
  `INSERT INTO messages (id, conversation_id, contact_point_id, channel, direction, status, purpose,
     author_kind, content, address, address_hash, sender_address, at, provider_id, segments, media_count)
   SELECT :id, c.id, cp.id, :channel, 'inbound', 'received', 'service', 'contact', :content, :address,
     :hash, :sender, max(:at, c.last_message_at), :provider_id, :segments, :media_count
   FROM contact_point_addresses a JOIN contact_points cp ON cp.id = a.contact_point_id
   JOIN conversations c ON c.id = ${conversationOfContactPoint}
   WHERE a.channel = :channel AND a.address = :address
   ON CONFLICT (provider_id) WHERE provider_id IS NOT NULL DO NOTHING`,
);

/**
 * Stores what came in, exactly once, in one D1 round trip: sender, conversation, message, unread and
 * suppression. A repeated webhook finds the provider's id taken and changes nothing.
 */
export const receive = async (ctx: Ctx, inbound: InboundMessage): Promise<News> => {
  const db = ctx.env.DB;
  const at = ctx.now();
  const id = ctx.newId("msg");
  const row: Insert = {
    id,
    conversation: ctx.newId("conv"),
    contact_point: ctx.newId("cp"),
    channel: inbound.channel,
    address: inbound.address,
    hash: await addressHash(ctx.config.PEPPER, inbound.address),
    sender: inbound.sender_address,
    line_type: readNumber(inbound.address)?.line_type ?? null,
    provider_id: inbound.provider_id,
    content: inbound.content,
    segments: inbound.segments,
    media_count: inbound.media_count,
    at,
  };
  return newsOf(
    await db.batch([
      addContactPoint(db, row),
      addAddress(db, row),
      openConversation(db, row),
      insertMessage(db, row),
      touchConversation(db, { message: id, unread: 1 }),
      optOutStatement(db, inbound.content, id, at),
      ...newsStatements(db, [id]),
    ]),
  );
};

const optOutStatement = (db: D1Database, content: string, message: string, at: number) => {
  const word = readOptOut(content);
  if (word === "opt_in") return liftSuppression(db, { message, at });
  if (word === null) return noteWroteAgain(db, { message, at });
  return suppressSender(db, { message, source: word, at });
};
