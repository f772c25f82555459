import type { ChannelKind } from "#contracts/channels.ts";
import { channelOf } from "../channels/registry.ts";
import type { Ctx } from "../context/context.ts";
import { rowOf, rowsOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { Problem } from "../http/problem.ts";
import { notMerged } from "../inbox/not-merged.ts";
import { readAddress } from "../practices/address.ts";
import { suppressed } from "../practices/suppression.ts";

/** Where a message goes: an address of a practice, or of a sender nobody has linked yet. */
export type Recipient = {
  conversation_id: string | null;
  practice_id: number | null;
  contact_point_id: string;
  channel: ChannelKind;
  address: string;
  address_hash: string;
  sender_address: string;
};

type Candidate = Omit<Recipient, "sender_address"> & { opted_out: number; wrote_last: number };

const optedOut = suppressed({
  channel: "cp.channel",
  hash: "cp.address_hash",
  purpose: "'service'",
  author: ":author",
});

const ofPractice = statement<{ practice: number; channel: string; author: string }>(
  `SELECT NULL AS conversation_id, cp.practice_id, cp.id AS contact_point_id, cp.channel, cp.address,
     cp.address_hash, ${optedOut} AS opted_out, 0 AS wrote_last
   FROM contact_points cp
   WHERE cp.practice_id = :practice AND cp.channel = :channel
   ORDER BY cp.created_at, cp.id`,
);

// Who wrote last is looked for in the newest messages only: the work stays bounded in a long thread.
const ofConversation = statement<{ conversation: string; channel: string; author: string }>(
  `SELECT c.id AS conversation_id, c.practice_id, cp.id AS contact_point_id, cp.channel, cp.address,
     cp.address_hash, ${optedOut} AS opted_out,
     cp.id IS (SELECT n.contact_point_id FROM
       (SELECT contact_point_id, direction, channel, at, seq FROM messages
        WHERE conversation_id = c.id ORDER BY at DESC, seq DESC LIMIT 50) n
       WHERE n.direction = 'inbound' AND n.channel = :channel
       ORDER BY n.at DESC, n.seq DESC LIMIT 1) AS wrote_last
   FROM conversations c
   JOIN contact_points cp ON cp.channel = :channel AND cp.id IN (
     SELECT c.contact_point_id UNION ALL
     SELECT id FROM contact_points WHERE practice_id = c.practice_id)
   WHERE c.id = :conversation
   ORDER BY wrote_last DESC, cp.created_at, cp.id`,
);

const practiceExists = statement<{ practice: number }>(
  `SELECT 1 FROM practices WHERE id = :practice AND erased_at IS NULL`,
);

const conversationState = statement<{ conversation: string }>(
  `SELECT id, merged_into FROM conversations WHERE id = :conversation`,
);

/** The practice's address on a channel: the one asked for, else its first. */
export const recipientOfPractice = async (
  ctx: Ctx,
  input: { practice_id: number; channel: ChannelKind; to?: string | undefined },
): Promise<Recipient> => {
  const db = ctx.env.DB;
  const { practice_id: practice, channel } = input;
  const [exists, candidates] = await db.batch([
    practiceExists(db, { practice }),
    ofPractice(db, { practice, channel, author: ctx.actor.kind }),
  ]);
  if (!exists?.results.length) throw new Problem("practice_not_found");
  const address = input.to === undefined ? null : readAddress(channel, input.to).address;
  return chosen(ctx, candidates, (one) => address === null || one.address === address);
};

/** Whom a reply goes to: the contact point asked for, else the one that wrote last on the channel. */
export const recipientOfConversation = async (
  ctx: Ctx,
  input: { conversation_id: string; channel: ChannelKind; contact_point_id?: string | undefined },
): Promise<Recipient> => {
  const db = ctx.env.DB;
  const { conversation_id: conversation, channel, contact_point_id } = input;
  const [state, candidates] = await db.batch([
    conversationState(db, { conversation }),
    ofConversation(db, { conversation, channel, author: ctx.actor.kind }),
  ]);
  notMerged(rowOf<{ id: string; merged_into: string | null }>(state));
  const asked = contact_point_id;
  return chosen(ctx, candidates, (one) => asked === undefined || one.contact_point_id === asked);
};

const chosen = (
  ctx: Ctx,
  candidates: D1Result | undefined,
  fits: (candidate: Candidate) => boolean,
): Recipient => {
  const found = rowsOf<Candidate>(candidates).find(fits);
  if (!found) throw new Problem("no_contact_point");
  const sender_address = channelOf(found.channel).senderAddress(ctx.config);
  if (found.opted_out) throw new Problem("opted_out");
  return { ...found, sender_address };
};
