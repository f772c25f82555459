import { z } from "zod";
import { conversationId } from "./ids.ts";
import { conversationSummary } from "./inbox.ts";
import { message } from "./messages.ts";

/** What the inbox socket carries. */
export const inboxFrame = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("conversation"),
    conversation: conversationSummary,
    /** Unread messages of the whole team inbox. */
    unread_count: z.int().nonnegative(),
  }),
  z.strictObject({
    type: z.literal("gone"),
    conversation_id: conversationId,
    merged_into: conversationId.nullable(),
    unread_count: z.int().nonnegative(),
  }),
]);
export type InboxFrame = z.infer<typeof inboxFrame>;

/** What the socket of an open conversation carries; a gap in `version` means: fetch again. */
export const conversationFrame = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("messages"),
    conversation_id: conversationId,
    version: z.int().nonnegative(),
    messages: z.array(message),
  }),
  z.strictObject({
    type: z.literal("gone"),
    conversation_id: conversationId,
    merged_into: conversationId.nullable(),
  }),
]);
export type ConversationFrame = z.infer<typeof conversationFrame>;

/** Sockets answer `ping` with `pong` without waking their object. */
export const heartbeat = { ping: "ping", pong: "pong", every_ms: 15_000 } as const;

/** Close codes a client acts on. */
export const closeCodes = { signed_out: 4401, forbidden: 4403, flooding: 4429 } as const;
