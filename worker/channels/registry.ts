import type { ChannelKind } from "#contracts/channels.ts";
import { Problem } from "../http/problem.ts";
import type { Channel } from "./channel.ts";
import { sms } from "./sms/sms.ts";

const channels = { sms } satisfies Partial<Record<ChannelKind, Channel>>;

const open: Partial<Record<ChannelKind, Channel>> = channels;

/** The channel, or 422 `channel_not_available`. */
export const channelOf = (kind: ChannelKind): Channel => {
  const channel = open[kind];
  if (!channel) throw new Problem("channel_not_available");
  return channel;
};
