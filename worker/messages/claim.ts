import type { ChannelKind } from "#contracts/channels.ts";
import type { OutboundMessage } from "../channels/channel.ts";
import { channelOf } from "../channels/registry.ts";
import type { Ctx } from "../context/context.ts";
import { statement } from "../db/statement.ts";
import { refusal } from "./policy.ts";

/** After this long without an outcome the sweep takes a claimed message for `unknown`. */
export const settleWithin_ms = 60_000;

export type ClaimedRow = OutboundMessage & {
  channel: ChannelKind;
  attempts: number;
  claimed_at: number;
};

type Claim = { ids: string; now: number; reaches_people: number };

const due = `m.id IN (SELECT value FROM json_each(:ids)) AND m.status = 'queued' AND m.due_at <= :now`;

const refuse = statement<Claim>(
  `UPDATE messages AS m SET status = 'skipped', refusal_reason = ${refusal}, skipped_at = :now,
     due_at = NULL
   WHERE ${due} AND ${refusal} IS NOT NULL
   RETURNING id`,
);

const claim = statement<{ ids: string; now: number; settle_by: number }>(
  `UPDATE messages AS m SET status = 'sending', claimed_at = :now, due_at = :settle_by,
     attempts = attempts + 1
   WHERE ${due}
   RETURNING id, channel, address, sender_address, content, attempts, claimed_at`,
);

/** Refuses what may not leave, then claims the rest; to be run in one batch, in this order. */
export const claimStatements = (ctx: Ctx, messageIds: readonly string[]) => {
  const now = ctx.now();
  const ids = JSON.stringify(messageIds);
  const reaches_people = Number(channelOf("sms").reachesPeople(ctx.config));
  return {
    refuse: refuse(ctx.env.DB, { ids, now, reaches_people }),
    claim: claim(ctx.env.DB, { ids, now, settle_by: now + settleWithin_ms }),
  };
};
