import type { Language } from "#contracts/channels.ts";
import { addressHash } from "../../../worker/context/hash.ts";
import { fate } from "./fate.ts";
import type { Mint } from "./mint-ids.ts";
import { momentOf } from "./moments.ts";
import type { Block } from "./read-practices.ts";

type Input = {
  block: Block;
  language: Language;
  practice_id: number | null;
  mint: Mint;
  now: number;
  pepper: string;
};

const sender_address = "+32460000000";

/** The rows of one practice (or of one unknown sender), by table. */
export const rowsOf = async ({ block, language, practice_id, mint, now, pepper }: Input) => {
  const lines = [...block.read, ...block.unread].map((line) => ({
    line,
    at: momentOf(line.when, now),
  }));
  const created_at = lines[0]?.at ?? momentOf("20d 09:00", now);

  const contact_points = await Promise.all(
    block.reaches.map(async ({ channel, address }) => ({
      id: mint.id("cp", created_at),
      practice_id,
      channel,
      address,
      address_hash: await addressHash(pepper, address),
      line_type: channel === "sms" ? "mobile" : null,
      created_at,
    })),
  );
  const people = block.reaches.flatMap(({ person }, index) =>
    person === undefined
      ? []
      : [{ contact_point: contact_points[index], id: mint.id("person", created_at), name: person }],
  );

  const [first] = contact_points;
  const conversation_id = mint.id("conv", created_at);
  const messages = lines.map(({ line, at }) => ({
    id: mint.id("msg", at),
    conversation_id,
    contact_point_id: first?.id,
    address: first?.address,
    address_hash: first?.address_hash,
    sender_address,
    content: line.text,
    at,
    channel: "sms",
    purpose: "service",
    ...fate(line, at, now, mint.sid()),
  }));

  return {
    practices: block.practice
      ? [
          {
            ...block.practice,
            id: practice_id,
            language,
            is_demo: 1,
            created_at,
            updated_at: created_at,
          },
        ]
      : [],
    contact_points,
    contact_point_addresses: contact_points.map(({ id, channel, address }) => ({
      contact_point_id: id,
      channel,
      address,
    })),
    people: people.map(({ id, name }) => ({ id, practice_id, name, created_at })),
    contact_point_people: people.map(({ contact_point, id }) => ({
      contact_point_id: contact_point?.id,
      person_id: id,
    })),
    conversations:
      messages.length === 0
        ? []
        : [
            {
              id: conversation_id,
              practice_id,
              contact_point_id: practice_id === null ? first?.id : null,
              last_message_at: messages.at(-1)?.at,
              last_message_id: messages.at(-1)?.id,
              version: messages.length,
              created_at,
            },
          ],
    messages,
    cursors: [{ conversation_id, read_up_to: messages[block.read.length - 1]?.id ?? null }],
    suppressions: messages
      .filter(({ content }) => content === "STOP")
      .map(({ id, address_hash, at }) => ({
        channel: "sms",
        address_hash,
        source: "keyword",
        message_id: id,
        suppressed_at: at,
      })),
  };
};
