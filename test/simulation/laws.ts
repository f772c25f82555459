import type { Play } from "./play.ts";
import { Violation } from "./violation.ts";

/** A select that finds whatever breaks the law, calling it `found`; or what looks beyond our tables. */
type Law = string | ((play: Play) => string | undefined);
type Laws = Readonly<Record<string, Law>>;

/** Messages of conversation `c`, those on their way to it included. */
const within = `(n.conversation_id = c.id OR n.conversation_id IN (
  SELECT s.id FROM conversations s WHERE s.merged_into = c.id AND s.id <> c.id))`;

/** Held after every move, whatever else is still under way. */
const always: Laws = {
  "unread is what came in after the cursor": `SELECT c.id AS found FROM conversations c WHERE c.merged_into IS NULL AND c.unread_count <> (
       SELECT count(*) FROM messages n WHERE ${within} AND n.direction = 'inbound'
         AND (n.at, n.seq) > (c.read_up_to_at, c.read_up_to_seq))`,
  "what nobody has seen is unread": `SELECT n.id AS found FROM messages n JOIN conversations c ON c.id = n.conversation_id
     WHERE c.merged_into IS NULL AND n.direction = 'inbound' AND n.seq NOT IN (SELECT seq FROM law_seen)
       AND (n.at, n.seq) <= (c.read_up_to_at, c.read_up_to_seq)`,
  "the counter is the sum": `SELECT unread AS found FROM inbox_counters
     WHERE unread <> (SELECT coalesce(sum(unread_count), 0) FROM conversations)`,
  "one conversation per practice, and per stranger": `SELECT coalesce(practice_id, contact_point_id) AS found FROM conversations WHERE merged_into IS NULL
     GROUP BY practice_id, contact_point_id HAVING count(*) > 1`,
  "a sender has one contact point": `SELECT address AS found FROM contact_points GROUP BY channel, address HAVING count(*) > 1`,
  "a conversation shows its newest message": `SELECT c.id AS found FROM conversations c WHERE c.merged_into IS NULL AND c.last_message_id IS NOT (
       SELECT n.id FROM messages n WHERE ${within} ORDER BY n.at DESC, n.seq DESC LIMIT 1)`,
  "a message travels to and from its own conversation": `SELECT m.id AS found FROM messages m JOIN contact_points cp ON cp.id = m.contact_point_id
     JOIN conversations c ON c.id = m.conversation_id
     WHERE c.contact_point_id IS NOT NULL AND c.contact_point_id <> cp.id`,
  "who sends is in the audit": `SELECT m.id AS found FROM messages m WHERE m.direction = 'outbound' AND NOT EXISTS (
       SELECT 1 FROM audit_log a WHERE a.action = 'message.send' AND a.subject = m.id
         AND a.actor_id = m.author_id)`,
  "who reads is in the audit": `SELECT count(*) AS found FROM law_reads
     HAVING count(*) <> (SELECT count(*) FROM audit_log WHERE action = 'conversation.read')`,
  "who erases is in the audit": `SELECT p.id AS found FROM practices p WHERE p.erased_at IS NOT NULL AND 1 <> (
       SELECT count(*) FROM audit_log WHERE action = 'practice.erase' AND subject = CAST(p.id AS TEXT))`,
  "who removes a number is in the audit": `SELECT contact_point AS found FROM law_removed r
     WHERE NOT EXISTS (SELECT 1 FROM practices p WHERE p.id = r.practice AND p.erased_at IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM audit_log WHERE action = 'practice.remove_contact_point'
         AND subject = r.contact_point)`,
  "who links is in the audit": `SELECT source_id AS found FROM conversation_merges WHERE NOT EXISTS (SELECT 1 FROM audit_log
       WHERE action IN ('conversation.link', 'practice.create', 'practice.add_contact_point')
         AND actor_id IS conversation_merges.actor_id)`,
  "what was erased is nowhere": `SELECT m.id AS found FROM messages m JOIN conversations c ON c.id = m.conversation_id
     LEFT JOIN conversations t ON t.id = c.merged_into
     JOIN practices p ON p.id = coalesce(c.practice_id, t.practice_id)
     WHERE p.erased_at IS NOT NULL AND (m.content <> '' OR m.address <> '')
     UNION ALL SELECT cp.id FROM contact_points cp JOIN practices p ON p.id = cp.practice_id
     WHERE p.erased_at IS NOT NULL
     UNION ALL SELECT p.id FROM practices p WHERE p.erased_at IS NOT NULL AND p.name <> ''
     UNION ALL SELECT s.rowid FROM practice_search s JOIN practices p ON p.id = s.rowid
     WHERE p.erased_at IS NOT NULL`,
  "what came in is in one conversation": ({ house, twilio }) => {
    const rows = house.read<{ provider_id: string; content: string; copies: number }>(
      `SELECT provider_id, content, count(*) AS copies FROM messages m
       JOIN conversations c ON c.id = m.conversation_id
       WHERE direction = 'inbound' GROUP BY provider_id`,
    );
    const stored = new Map(rows.map((row) => [row.provider_id, row]));
    const books = twilio.state().messages;
    for (const sid of twilio.acknowledged) {
      const row = stored.get(sid);
      if (row?.copies !== 1) return `${sid} is stored ${row?.copies ?? 0} times`;
      if (row.content !== "" && row.content !== books[sid]?.body) return `${sid} has another text`;
    }
    return rows.find(({ provider_id }) => books[provider_id] === undefined)?.provider_id;
  },
  "nothing is sent twice": ({ twilio }) => {
    for (const [id, taken] of twilio.allAccepted())
      if (taken.length > 1) return `${id} was accepted ${taken.length} times`;
    return undefined;
  },
  "what is meant once is stored once": `SELECT content AS found FROM messages WHERE direction = 'outbound' AND retry_of IS NULL
       AND content <> '' GROUP BY content HAVING count(*) > 1
     UNION ALL SELECT retry_of FROM messages WHERE retry_of IS NOT NULL
       GROUP BY retry_of HAVING count(*) > 1`,
  "a tab hears only what it listens to": ({ tabs }) =>
    tabs.find((tab) => !tab.sane())?.conversation ?? undefined,
};

/** Held once the faults have stopped and the world has had its half hour. */
const atTheEnd: Laws = {
  "nothing is left under way": `SELECT id || ' ' || status AS found FROM messages WHERE status IN ('queued', 'sending')`,
  "what a queue gave up is shown, until somebody drives it again": ({ house, product, driven }) => {
    const shown = house.read<{ body: string }>(
      `SELECT body FROM failed_jobs WHERE dead_at IS NOT NULL`,
    );
    const known = new Set([...shown.map(({ body }) => body), ...driven]);
    return [...product.buried()].find((body) => !known.has(body));
  },
  "no merge is left half done": `SELECT source_id AS found FROM conversation_merges WHERE moved_at IS NULL`,
  "what was sent has its row": ({ house, twilio }) => {
    for (const [id, [taken]] of twilio.allAccepted()) {
      const [row] = house.read<{ content: string; status: string; provider_id: string | null }>(
        `SELECT content, status, provider_id FROM messages WHERE id = ?`,
        id,
      );
      if (!row || !taken) return `${id} has no row`;
      if (row.content !== "" && row.content !== taken.body) return `${id} has another text`;
      if (row.provider_id !== null && row.provider_id !== taken.sid)
        return `${id} is bound to another`;
    }
    return undefined;
  },
  "what the provider reported is known": ({ house, twilio }) => {
    for (const [id, [taken]] of twilio.allAccepted()) {
      const heard = taken && twilio.heard.get(taken.sid);
      if (!heard) continue;
      const status = house.read<{ status: string }>(
        `SELECT status FROM messages WHERE id = ?`,
        id,
      )[0]?.status;
      const settled = heard.has("delivered") || heard.has("undelivered") || heard.has("failed");
      if (settled && !["delivered", "failed", "read"].includes(status ?? ""))
        return `${id} is ${status}, Twilio said ${[...heard].join(", ")}`;
      if (status === "unknown") return `${id} is unknown, Twilio said ${[...heard].join(", ")}`;
    }
    return undefined;
  },
  "what was promised exists": ({ house, meant }) => {
    for (const [content, { promised }] of meant) {
      if (promised === null) continue;
      const row = house.read<{ content: string }>(
        `SELECT content FROM messages WHERE id = ?`,
        promised,
      )[0];
      if (!row || (row.content !== content && row.content !== ""))
        return `${promised} for ${content}`;
    }
    return undefined;
  },
  "an answer about linking is true": ({ house, linked }) => {
    for (const { conversation, practice } of linked) {
      const [row] = house.read<{ practice: number | null }>(
        `SELECT coalesce(t.practice_id, c.practice_id) AS practice FROM conversations c
         LEFT JOIN conversations t ON t.id = c.merged_into WHERE c.id = ?`,
        conversation,
      );
      if (row?.practice !== practice) return `${conversation} → ${practice}, not ${row?.practice}`;
    }
    return undefined;
  },
  "what was called erased is erased": ({ house, erased }) => {
    for (const { practice, name } of erased) {
      const [row] = house.read<{ found: number }>(
        `SELECT id AS found FROM practices WHERE (id = ? AND erased_at IS NULL) OR name = ?`,
        practice,
        name,
      );
      if (row) return String(practice);
    }
    return undefined;
  },
};

/** Held when nothing fails any more and everybody has looked again. */
const toWhoeverLooks: Laws = {
  "an open tab shows what is there": ({ house, tabs, joined }) => {
    const rows = house.read<{ id: string; version: number }>(
      `SELECT id, version FROM conversations WHERE merged_into IS NULL`,
    );
    for (const tab of tabs) {
      if (!tab.connected()) continue;
      const stale = rows.find(({ id, version }) => tab.shown().get(id)?.version !== version);
      if (stale)
        return `${stale.id} at ${tab.shown().get(stale.id)?.version}, not ${stale.version}`;
      if (tab.shown().size !== rows.length) return "a conversation that is gone";
      if (tab.conversation === null || joined.has(tab.conversation)) continue;
      const messages = house.read<{ id: string; status: string }>(
        `SELECT m.id, m.status FROM messages m JOIN conversations c ON c.id = m.conversation_id
         WHERE c.id = ? AND c.merged_into IS NULL ORDER BY m.at DESC, m.seq DESC LIMIT 50`,
        tab.conversation,
      );
      const wrong = messages.find(({ id, status }) => tab.messages().get(id) !== status);
      if (wrong) return `${wrong.id} is ${wrong.status}, shown ${tab.messages().get(wrong.id)}`;
    }
    return undefined;
  },
};

/** All that are selects in one statement: half the time would go into asking otherwise. */
const together = (laws: Laws): string =>
  Object.entries(laws)
    .flatMap(([law, check]) =>
      typeof check === "string"
        ? [
            `SELECT '${law.replaceAll("'", "''")}' AS law, CAST(found AS TEXT) AS detail FROM (${check})`,
          ]
        : [],
    )
    .join(" UNION ALL ");

const holding = (laws: Laws) => {
  const selects = together(laws);
  return (play: Play): void => {
    const [broken] = selects === "" ? [] : play.house.read<Broken>(selects);
    if (broken) throw new Violation(broken.law, broken.detail);
    for (const [law, check] of Object.entries(laws)) {
      const found = typeof check === "string" ? undefined : check(play);
      if (found !== undefined) throw new Violation(law, found);
    }
  };
};

type Broken = { law: string; detail: string };

/** What a commit broke, as the watches wrote it down. */
export const holdAtCommit = ({ house }: Play): void => {
  const [broken] = house.read<Broken>(`SELECT law, detail FROM law_broken LIMIT 1`);
  if (broken) throw new Violation(broken.law, broken.detail);
};

export const holdAlways = holding(always);
export const holdAtTheEnd = holding(atTheEnd);
export const holdToWhoeverLooks = holding(toWhoeverLooks);
