import type { ChannelKind, Language } from "#contracts/channels.ts";
import type { ConversationSummary } from "#contracts/inbox.ts";
import type { MessageStatus } from "#contracts/messages.ts";

/** A row of `summarySelect`. */
export type SummaryRow = {
  id: string;
  practice_id: number | null;
  practice_name: string | null;
  municipality: string | null;
  language: Language | null;
  contact_point_id: string | null;
  sender_channel: ChannelKind | null;
  sender_address: string | null;
  channels: string;
  unread_count: number;
  version: number;
  merged_into: string | null;
  last_message_at: number;
  read_up_to_at: number;
  read_up_to_seq: number;
  last_id: string | null;
  last_channel: ChannelKind | null;
  last_direction: "inbound" | "outbound" | null;
  last_content: string | null;
  last_at: number | null;
  last_seq: number | null;
  last_status: MessageStatus | null;
};

/** Everything a conversation's summary needs; append a WHERE over `c`. */
export const summarySelect = `
  SELECT c.id, c.practice_id, p.name AS practice_name, p.municipality, p.language,
    c.contact_point_id, cp.channel AS sender_channel, cp.address AS sender_address,
    (SELECT json_group_array(DISTINCT o.channel) FROM contact_points o
     WHERE o.practice_id = c.practice_id AND o.channel <> 'phone') AS channels,
    c.unread_count, c.version, c.merged_into, c.last_message_at, c.read_up_to_at, c.read_up_to_seq,
    m.id AS last_id, m.channel AS last_channel, m.direction AS last_direction,
    m.content AS last_content, m.at AS last_at, m.seq AS last_seq, m.status AS last_status
  FROM conversations c
  LEFT JOIN practices p ON p.id = c.practice_id
  LEFT JOIN contact_points cp ON cp.id = c.contact_point_id
  LEFT JOIN messages m ON m.id = c.last_message_id`;

export const summaryView = (row: SummaryRow): ConversationSummary => ({
  id: row.id,
  practice_id: row.practice_id,
  practice_name: row.practice_name,
  municipality: row.municipality,
  language: row.language,
  unknown_sender: unknownSender(row),
  channels: row.sender_channel ? [row.sender_channel] : channelsOf(row.channels),
  last_message: lastMessage(row),
  unread_count: row.unread_count,
  version: row.version,
});

// json_group_array over a column with a closed set of words.
const channelsOf = (json: string) => (JSON.parse(json) as ChannelKind[]).toSorted();

const unknownSender = ({ contact_point_id, sender_channel, sender_address }: SummaryRow) =>
  contact_point_id === null || sender_channel === null || sender_address === null
    ? null
    : { contact_point_id, channel: sender_channel, address: sender_address };

const lastMessage = (row: SummaryRow): ConversationSummary["last_message"] => {
  const { last_id, last_channel, last_direction, last_content, last_at, last_seq, last_status } =
    row;
  if (!last_id || !last_channel || !last_direction || !last_status) return null;
  if (last_content === null || last_at === null || last_seq === null) return null;
  const behindCursor =
    last_at < row.read_up_to_at ||
    (last_at === row.read_up_to_at && last_seq <= row.read_up_to_seq);
  return {
    id: last_id,
    channel: last_channel,
    direction: last_direction,
    content: last_content,
    timestamp: new Date(last_at).toISOString(),
    read: last_direction === "outbound" || behindCursor,
    status: last_status,
  };
};
