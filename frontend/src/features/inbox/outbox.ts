import type { ProblemCode } from "#contracts/problem.ts";
import type { ReplyInput } from "../../api/send-reply.ts";

/** A reply on its way to the Worker; its id is minted here and stays. */
export interface OutboxEntry {
  reply: ReplyInput & { id: string };
  address: string;
  at: string;
  refused: { code: ProblemCode; requestId: string } | null;
}

export const enqueue = (entries: OutboxEntry[], entry: OutboxEntry): OutboxEntry[] =>
  entries.some(({ reply }) => reply.id === entry.reply.id) ? entries : [...entries, entry];

export const drop = (entries: OutboxEntry[], id: string): OutboxEntry[] =>
  entries.filter(({ reply }) => reply.id !== id);

export const refuse = (
  entries: OutboxEntry[],
  id: string,
  refused: NonNullable<OutboxEntry["refused"]>,
): OutboxEntry[] => entries.map((entry) => (entry.reply.id === id ? { ...entry, refused } : entry));

/** The Worker has it: what was written after it, on the same last message, now follows it. */
export const accepted = (entries: OutboxEntry[], id: string): OutboxEntry[] => {
  const sent = entries.find(({ reply }) => reply.id === id)?.reply;
  const follows = ({ reply }: OutboxEntry) =>
    reply.conversation_id === sent?.conversation_id &&
    reply.expected_last_message_id === sent.expected_last_message_id;
  return drop(entries, id).map((entry) =>
    follows(entry) ? { ...entry, reply: { ...entry.reply, expected_last_message_id: id } } : entry,
  );
};

/** Send after all: what was said has been seen. */
export const sendAnyway = (entries: OutboxEntry[], id: string): OutboxEntry[] =>
  entries.map((entry) => {
    if (entry.reply.id !== id) return entry;
    const { expected_last_message_id: _seen, ...reply } = entry.reply;
    return { ...entry, reply, refused: null };
  });

/** First in, first out; behind a refused reply its conversation waits, the others go on. */
export const nextToSend = (entries: OutboxEntry[]): OutboxEntry | undefined =>
  entries.find(
    (entry, index) =>
      entry.refused === null &&
      !entries
        .slice(0, index)
        .some((earlier) => earlier.reply.conversation_id === entry.reply.conversation_id),
  );

export const waitingCount = (entries: OutboxEntry[]): number =>
  entries.filter(({ refused }) => refused === null).length;
