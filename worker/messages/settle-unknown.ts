import type { ChannelKind } from "#contracts/channels.ts";
import type { ListedMessage } from "../channels/channel.ts";
import { channelOf } from "../channels/registry.ts";
import type { Ctx } from "../context/context.ts";
import { rowsOf } from "../db/rows.ts";
import { statement } from "../db/statement.ts";
import { announce, announceMessages } from "../inbox/announce.ts";
import { nextLook } from "./look.ts";
import { track } from "./track.ts";

/** How many are looked for in one tick; each costs a call to the provider. */
const perTick = 20;
/** The provider's clock and ours may differ by this much. */
const clocksDiffer_ms = 60_000;

type Unknown = {
  id: string;
  channel: ChannelKind;
  address: string;
  content: string;
  claimed_at: number;
  unknown_at: number;
  /** Messages in doubt with the same text to the same address on the same day: this one and its likes. */
  alike: number;
};

const due = statement<{ now: number; limit: number }>(
  `SELECT m.id, m.channel, m.address, m.content, m.claimed_at, m.unknown_at,
     (SELECT count(*) FROM messages o
      WHERE o.conversation_id = m.conversation_id AND o.at BETWEEN m.at - 86400000 AND m.at + 86400000
        AND o.status IN ('sending', 'unknown') AND o.address = m.address AND o.content = m.content) AS alike
   FROM messages m
   WHERE m.status = 'unknown' AND m.due_at IS NOT NULL AND m.due_at <= :now AND m.address <> ''
   ORDER BY m.due_at LIMIT :limit`,
);

const bound = statement<{ ids: string }>(
  `SELECT provider_id FROM messages
   WHERE provider_id IN (SELECT value FROM json_each(:ids)) AND provider_id IS NOT NULL`,
);

const noteLook = statement<{ id: string; now: number; found: number; next: number | null }>(
  `UPDATE messages SET looked_at = :now, looks_like = :found, due_at = :next
   WHERE id = :id AND status = 'unknown'`,
);

/**
 * Looks for unknown messages in the provider's list. One is settled only when exactly one listed
 * message fits it and it alone fits that one; not finding it proves nothing and never sends it again.
 * What stays unknown waits for a person, with what was found.
 */
export const settleUnknown = async (ctx: Ctx): Promise<void> => {
  const now = ctx.now();
  const unknown = rowsOf<Unknown>(await due(ctx.env.DB, { now, limit: perTick }).all());
  for (const message of unknown) await settle(ctx, message);
};

const settle = async (ctx: Ctx, message: Unknown) => {
  const db = ctx.env.DB;
  const fitting = await unboundFits(ctx, message);
  const [only] = fitting;
  if (only && fitting.length === 1 && message.alike === 1) {
    const { provider_id, report } = only;
    const news = await track(ctx, { message_id: message.id, provider_id, ...report });
    if (news) return announce(ctx, news);
  }
  const now = ctx.now();
  const next = nextLook(message.unknown_at, now);
  await noteLook(db, { id: message.id, now, found: fitting.length, next }).run();
  await announceMessages(ctx, [message.id]);
};

const unboundFits = async (ctx: Ctx, message: Unknown): Promise<ListedMessage[]> => {
  const listed = await channelOf(message.channel).listSent(ctx, message.address);
  const fitting = listed.filter((one) => fits(one, message));
  const ids = JSON.stringify(fitting.map((one) => one.provider_id));
  const taken = rowsOf<{ provider_id: string }>(await bound(ctx.env.DB, { ids }).all());
  const takenIds = new Set(taken.map((row) => row.provider_id));
  return fitting.filter((one) => !takenIds.has(one.provider_id));
};

/** Same text, taken in by the provider while our call was under way. */
const fits = (listed: ListedMessage, message: Unknown): boolean =>
  listed.content === message.content &&
  listed.created_at >= message.claimed_at - clocksDiffer_ms &&
  listed.created_at <= message.unknown_at + clocksDiffer_ms;
