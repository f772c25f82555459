import { z } from "zod";
import { channelKind, language } from "./channels.ts";
import { contactPointId, conversationId, messageId, practiceId } from "./ids.ts";
import { message, messageStatus } from "./messages.ts";
import { pageQuery } from "./pages.ts";

export const lastMessage = z.strictObject({
  id: messageId,
  channel: channelKind,
  direction: z.enum(["inbound", "outbound"]),
  content: z.string(),
  timestamp: z.iso.datetime(),
  read: z.boolean(),
  status: messageStatus,
});

export const conversationSummary = z.strictObject({
  id: conversationId,
  practice_id: practiceId.nullable(),
  practice_name: z.string().nullable(),
  municipality: z.string().nullable(),
  language: language.nullable(),
  /** The address of a sender that belongs to no practice yet. */
  unknown_sender: z
    .strictObject({ contact_point_id: contactPointId, channel: channelKind, address: z.string() })
    .nullable(),
  channels: z.array(channelKind),
  last_message: lastMessage.nullable(),
  unread_count: z.int().nonnegative(),
  /** Rises with every new message and every change of the conversation itself. */
  version: z.int().nonnegative(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;

export const conversation = conversationSummary.extend({
  /** The newest fifty (or the fifty before `cursor`), oldest first. */
  messages: z.array(message),
  next_cursor: z.string().nullable(),
  /** Everything up to and including this message has been read. */
  read_up_to: messageId.nullable(),
});
export type Conversation = z.infer<typeof conversation>;

/** Lists leave the messages out. */
export const conversationFilters = ["all", "unread"] as const;
export const conversationFilter = z.enum(conversationFilters);
export type ConversationFilter = z.infer<typeof conversationFilter>;
export const conversationQuery = pageQuery.extend({
  filter: conversationFilter.default("all"),
  q: z.string().trim().max(200).optional(),
});

export const unread = z.strictObject({ unread_count: z.int().nonnegative() });

export const markReadInput = z.strictObject({ up_to: messageId.optional() });

export const linkInput = z.strictObject({ practice_id: practiceId });
