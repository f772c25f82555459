import type { ChannelKind } from "#contracts/channels.ts";
import type { FailureReason } from "#contracts/messages.ts";
import type { Config } from "../context/config.ts";
import type { Ctx } from "../context/context.ts";

/** One message, ready to leave. Addresses are in the channel's normal form (E.164 for numbers). */
export type OutboundMessage = {
  id: string;
  address: string;
  sender_address: string;
  content: string;
};

/**
 * What the provider did with a message, as a value.
 * `retry`: proven unsent, may be tried again. `unknown`: may have been sent, never tried again by a machine.
 */
export type SendOutcome =
  | { kind: "accepted"; provider_id: string; segments: number | null }
  | { kind: "rejected"; reason: FailureReason; provider_code: string | null }
  | { kind: "retry"; after_ms: number }
  | { kind: "unknown" };

/** A message that came in, in the same shape for every channel. */
export type InboundMessage = {
  channel: ChannelKind;
  provider_id: string;
  /** Theirs. */
  address: string;
  /** Ours. */
  sender_address: string;
  content: string;
  media_count: number;
  segments: number | null;
};

/** What the provider says later about a message we sent. */
export type StatusReport = {
  /** Our id, from the signed callback URL. */
  message_id: string;
  provider_id: string;
  status: "sent" | "delivered" | "read" | "failed" | "cancelled";
  reason: FailureReason | null;
  provider_code: string | null;
};

/** A message the provider has in its list. */
export type ListedMessage = {
  provider_id: string;
  content: string;
  /** When the provider took it in. */
  created_at: number;
  report: Omit<StatusReport, "message_id" | "provider_id">;
};

export type Channel = {
  /** The address our messages come from. */
  senderAddress(config: Config): string;
  send(ctx: Ctx, message: OutboundMessage): Promise<SendOutcome>;
  /** What the provider says it has sent to an address lately, newest first; one page. */
  listSent(ctx: Ctx, address: string): Promise<ListedMessage[]>;
  /** False when nothing sent here can reach a real phone or mailbox. */
  reachesPeople(config: Config): boolean;
};
