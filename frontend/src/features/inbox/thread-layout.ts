import type { ChannelKind } from "#contracts/channels.ts";
import { dayOf } from "../../i18n/format.ts";
import type { ThreadMessage } from "./thread-message.ts";

export interface ThreadGroup {
  direction: ThreadMessage["direction"];
  messages: ThreadMessage[];
  /** The "Nieuw" line stands before this group. */
  startsUnread: boolean;
}

interface ThreadRun {
  channel: ChannelKind;
  groups: ThreadGroup[];
}

export interface ThreadDay {
  day: string;
  runs: ThreadRun[];
}

const groupWithin_ms = 5 * 60_000;

const sameGroup = (earlier: ThreadMessage, later: ThreadMessage): boolean =>
  earlier.direction === later.direction &&
  earlier.author.id === later.author.id &&
  earlier.address === later.address &&
  Date.parse(later.timestamp) - Date.parse(earlier.timestamp) <= groupWithin_ms;

/** Days hold runs of one channel, runs hold groups of one author within five minutes. */
export function layOutThread(messages: ThreadMessage[], firstUnread: string | null): ThreadDay[] {
  const days: ThreadDay[] = [];
  for (const message of messages) {
    const startsUnread = message.id === firstUnread;
    const day = dayOf(new Date(message.timestamp));
    let lastDay = days.at(-1);
    if (lastDay?.day !== day) days.push((lastDay = { day, runs: [] }));

    let run = lastDay.runs.at(-1);
    if (run?.channel !== message.channel)
      lastDay.runs.push((run = { channel: message.channel, groups: [] }));

    const group = run.groups.at(-1);
    const previous = group?.messages.at(-1);
    if (group && previous && !startsUnread && sameGroup(previous, message))
      group.messages.push(message);
    else run.groups.push({ direction: message.direction, messages: [message], startsUnread });
  }
  return days;
}
