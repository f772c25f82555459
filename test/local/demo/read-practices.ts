import { readFileSync } from "node:fs";
import { z } from "zod";
import { contactChannel } from "#contracts/channels.ts";
import { profession } from "#contracts/practices.ts";

const line = z.strictObject({
  when: z.string().regex(/^(\d+d \d\d:\d\d|(\d+h)?( ?\d+m)?)$/),
  who: z.enum(["Lotte", "Joris", "Amélie", "<"]),
  text: z.string().min(1),
  /** Outbound only; nothing said is delivered. */
  mark: z.enum(["waiting", "unknown", "failed 30003"]).optional(),
});

const practice = z.strictObject({
  name: z.string(),
  postcode: z.string().regex(/^\d{4}$/),
  municipality: z.string(),
  profession,
  riziv: z.string().optional(),
});

const reach = z.strictObject({
  channel: contactChannel,
  address: z.string(),
  person: z.string().optional(),
});

export type Line = z.output<typeof line>;
export type Block = {
  /** undefined: a sender nobody knows. */
  practice: z.output<typeof practice> | undefined;
  reaches: z.output<typeof reach>[];
  read: Line[];
  unread: Line[];
};

/** One of the tables beside this file; dutch.txt says how to read them. */
export const readPractices = (file: string): Block[] => {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  const [, ...blocks] = text.split(/^= /m);
  return blocks.map(readBlock);
};

const readBlock = (text: string): Block => {
  const [head = "", ...lines] = text.trimEnd().split("\n");
  const unknown = /^\? (\S+)$/.exec(head)?.[1];
  const block: Block = {
    practice: unknown === undefined ? readHead(head) : undefined,
    reaches: unknown === undefined ? [] : [{ channel: "sms", address: unknown }],
    read: [],
    unread: [],
  };
  let thread = block.read;
  for (const row of lines.filter((each) => each.trim() !== "")) {
    if (row === "--- new") thread = block.unread;
    else if (/^[a-z]/.test(row)) block.reaches.push(readReach(row));
    else thread.push(readLine(row));
  }
  return block;
};

const readHead = (head: string) => {
  const [name, place = "", work, riziv] = head.split(" | ");
  const [, postcode, municipality] = /^(\d+) (.+)$/.exec(place) ?? [];
  return practice.parse({ name, postcode, municipality, profession: work, riziv });
};

const readReach = (row: string) => {
  const [, channel, address, person] = /^(\S+) (\S+)(?: (.+))?$/.exec(row) ?? [];
  return reach.parse({ channel, address, person });
};

const readLine = (row: string): Line => {
  const [, when, who, text, mark] =
    /^(.{9})\s(\S+)\s+(.+?)(?: \[(waiting|unknown|failed 30003)\])?$/.exec(row) ?? [];
  return line.parse({ when: when?.trim(), who, text, mark });
};
