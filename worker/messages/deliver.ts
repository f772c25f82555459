import { channelOf } from "../channels/registry.ts";
import type { Ctx } from "../context/context.ts";
import { rowsOf } from "../db/rows.ts";
import { announce, announceMessages, newsOf, newsStatements } from "../inbox/announce.ts";
import { type ClaimedRow, claimStatements } from "./claim.ts";
import { inPool } from "./pool.ts";
import { backOff_ms, type Delivery, recordStatements } from "./record.ts";
import { wake } from "./wake.ts";

/** A crash leaves at most this many messages in doubt. */
const chunkSize = 25;
/** A call that has not started by then is not made: what the claim checked may have changed. */
const claimHolds_ms = 5_000;
/** A Worker may have six connections waiting for an answer. */
const connections = 6;

/**
 * Sends what is due among these messages, each at most once: a claim commits before the provider is
 * called, and only the claimer calls. Safe to run twice, late, or with ids long sent.
 */
export const deliver = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  let deliveries: Delivery[] = [];
  for (let start = 0; start < ids.length; start += chunkSize) {
    const claimed = await claim(ctx, ids.slice(start, start + chunkSize), deliveries);
    deliveries = await inPool(connections, claimed, (message) => callOnce(ctx, message));
  }
  await settle(ctx, deliveries);
};

/** One batch: notes how the chunk before went, refuses what may not leave, claims the rest. */
const claim = async (
  ctx: Ctx,
  ids: readonly string[],
  before: readonly Delivery[],
): Promise<ClaimedRow[]> => {
  const recorded = recordStatements(ctx, before);
  const { refuse, claim: take } = claimStatements(ctx, ids);
  const results = await ctx.env.DB.batch<{ id: string }>([...recorded, refuse, take]);
  const refused = results.at(-2)?.results ?? [];
  // What is claimed is called, whatever else fails.
  const changed = [...before, ...refused].map(({ id }) => id);
  ctx.after(announceMessages(ctx, changed));
  ctx.after(wakeRetries(ctx, before));
  return rowsOf<ClaimedRow>(results.at(-1));
};

const callOnce = async (ctx: Ctx, message: ClaimedRow): Promise<Delivery> => {
  const { id, attempts } = message;
  const tooLate = ctx.now() - message.claimed_at > claimHolds_ms;
  const outcome = tooLate
    ? ({ kind: "retry", after_ms: 0 } as const)
    : await channelOf(message.channel).send(ctx, message);
  return { id, attempts, outcome };
};

/** Notes how the last calls went. */
const settle = async (ctx: Ctx, deliveries: readonly Delivery[]) => {
  if (deliveries.length === 0) return;
  const news = newsStatements(
    ctx.env.DB,
    deliveries.map(({ id }) => id),
  );
  const results = await ctx.env.DB.batch([...recordStatements(ctx, deliveries), ...news]);
  ctx.after(announce(ctx, newsOf(results)));
  await wakeRetries(ctx, deliveries);
};

const wakeRetries = async (ctx: Ctx, deliveries: readonly Delivery[]) => {
  const later = deliveries.flatMap(({ id, attempts, outcome }) =>
    outcome.kind === "retry" ? [{ id, after_ms: backOff_ms(id, attempts, outcome.after_ms) }] : [],
  );
  const last = Math.max(0, ...later.map(({ after_ms }) => after_ms));
  await wake(
    ctx,
    later.map(({ id }) => id),
    last,
  );
};
