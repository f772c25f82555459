import type { DatabaseSync } from "node:sqlite";
import { meaningOf } from "./texts.ts";

/** What the watches ask of the world at the moment of a commit. */
export type Witness = {
  /** Twilio's books hold this message. */
  accepted(id: string): boolean;
  claimed(id: string, at: number): void;
  /** The running handler is the one that claimed it. */
  mayPutBack(id: string): boolean;
  /** Nobody can know whether it was sent: its answer was lost, or its claimer was. */
  mayBeUnknown(id: string): boolean;
  /** The provider refused it, or said that it did not arrive. */
  mayBeFailed(id: string): boolean;
  /** The id the running request named. */
  about(): string | null;
};

const rank = (status: string) =>
  `CASE ${status} WHEN 'queued' THEN 0 WHEN 'sending' THEN 1 WHEN 'unknown' THEN 2 WHEN 'sent' THEN 3
     WHEN 'delivered' THEN 4 WHEN 'read' THEN 5 ELSE 6 END`;

/** A finished message stays as it is; only its reading may still follow its delivery. */
const final = `('delivered', 'read', 'failed', 'cancelled', 'skipped', 'received')`;

const practiceOf = (m: string) => `SELECT coalesce(c.practice_id, t.practice_id)
  FROM conversations c LEFT JOIN conversations t ON t.id = c.merged_into WHERE c.id = ${m}.conversation_id`;

const broken = (law: string, detail: string) =>
  `INSERT INTO law_broken (law, detail) VALUES ('${law}', ${detail})`;

/**
 * Laws about single states, held at every commit by temporary triggers. They write down what is
 * broken in the same transaction, so that what was rolled back never happened.
 */
const watches = `
CREATE TEMP TABLE law_broken (law TEXT, detail TEXT);
CREATE TEMP TABLE law_opt_outs (address_hash TEXT PRIMARY KEY, level TEXT, wrote_again INTEGER);
CREATE TEMP TABLE law_reads (conversation TEXT);
CREATE TEMP TABLE law_seen (seq INTEGER PRIMARY KEY);
CREATE TEMP TABLE law_removed (contact_point TEXT, practice INTEGER);

CREATE TEMP TRIGGER law_status AFTER UPDATE OF status ON main.messages
WHEN NEW.status <> OLD.status AND NOT (
  (OLD.status = 'sending' AND NEW.status = 'queued')
  OR (OLD.status = 'delivered' AND NEW.status = 'read')
  OR (OLD.status NOT IN ${final} AND ${rank("NEW.status")} > ${rank("OLD.status")}))
BEGIN ${broken("a status never goes back", "OLD.id || ' ' || OLD.status || ' → ' || NEW.status")}; END;

CREATE TEMP TRIGGER law_put_back AFTER UPDATE OF status ON main.messages
WHEN OLD.status = 'sending' AND NEW.status = 'queued' AND law_accepted(OLD.id) = 1
BEGIN ${broken("what was sent is not queued again", "OLD.id")}; END;

CREATE TEMP TRIGGER law_put_back_by_claimer AFTER UPDATE OF status ON main.messages
WHEN OLD.status = 'sending' AND NEW.status = 'queued' AND law_may_put_back(OLD.id) = 0
BEGIN ${broken("only the claimer puts back", "OLD.id")}; END;

CREATE TEMP TRIGGER law_sent AFTER UPDATE OF status ON main.messages
WHEN NEW.status IN ('sent', 'delivered', 'read') AND NEW.direction = 'outbound' AND law_accepted(NEW.id) = 0
BEGIN ${broken("nothing is called sent that was not", "NEW.id || ' ' || NEW.status")}; END;

CREATE TEMP TRIGGER law_unknown AFTER UPDATE OF status ON main.messages
WHEN NEW.status = 'unknown' AND law_may_be_unknown(NEW.id) = 0
BEGIN ${broken("what is known is not called unknown", "NEW.id")}; END;

CREATE TEMP TRIGGER law_claim AFTER UPDATE OF status ON main.messages WHEN NEW.status = 'sending'
BEGIN
  SELECT law_claimed(NEW.id, NEW.claimed_at);
  INSERT INTO law_broken SELECT 'only what is queued is claimed', NEW.id WHERE OLD.status <> 'queued';
  INSERT INTO law_broken SELECT 'no claim after the STOP', NEW.id WHERE EXISTS (
    SELECT 1 FROM law_opt_outs o WHERE o.address_hash = NEW.address_hash
      AND (o.level = 'carrier' OR NEW.author_kind <> 'member' OR o.wrote_again = 0));
  INSERT INTO law_broken SELECT 'no demo practice is texted', NEW.id WHERE EXISTS (
    SELECT 1 FROM practices WHERE is_demo = 1 AND id = (${practiceOf("NEW")}));
  INSERT INTO law_broken SELECT 'no erased practice is texted', NEW.id WHERE EXISTS (
    SELECT 1 FROM practices WHERE erased_at IS NOT NULL AND id = (${practiceOf("NEW")}));
END;

CREATE TEMP TRIGGER law_written AFTER INSERT ON main.messages WHEN NEW.direction = 'inbound'
BEGIN
  INSERT INTO law_opt_outs SELECT NEW.address_hash, law_word(NEW.content), 0
    WHERE law_word(NEW.content) IN ('carrier', 'own')
    ON CONFLICT DO UPDATE SET wrote_again = 0,
      level = CASE WHEN level = 'carrier' THEN level ELSE excluded.level END;
  DELETE FROM law_opt_outs WHERE address_hash = NEW.address_hash AND law_word(NEW.content) = 'start';
  UPDATE law_opt_outs SET wrote_again = 1
    WHERE address_hash = NEW.address_hash AND law_word(NEW.content) = 'plain';
END;

CREATE TEMP TRIGGER law_refused AFTER UPDATE OF refusal_reason ON main.messages
WHEN NEW.refusal_reason = 'opted_out' AND NEW.status = 'failed' AND OLD.status <> 'failed'
BEGIN
  INSERT INTO law_opt_outs VALUES (NEW.address_hash, 'carrier', 0)
    ON CONFLICT DO UPDATE SET level = 'carrier', wrote_again = 0;
END;

CREATE TEMP TRIGGER law_answered AFTER INSERT ON main.messages
WHEN NEW.direction = 'outbound' AND law_about() IS NOT NULL AND NEW.retry_of IS NULL
BEGIN
  INSERT INTO law_broken SELECT 'an answer to something else is stopped', NEW.id
  FROM conversations c WHERE c.id = NEW.conversation_id AND c.last_message_id IS NOT law_about();
END;

CREATE TEMP TRIGGER law_outbound AFTER INSERT ON main.messages WHEN NEW.direction = 'outbound'
BEGIN
  INSERT INTO law_broken SELECT 'what is sent goes to an address of its conversation', NEW.id
  WHERE NOT EXISTS (SELECT 1 FROM contact_points cp JOIN conversations c ON c.id = NEW.conversation_id
    WHERE cp.id = NEW.contact_point_id AND cp.address = NEW.address
      AND (cp.practice_id = c.practice_id OR (cp.practice_id IS NULL AND c.contact_point_id = cp.id)));
  INSERT INTO law_broken SELECT 'what was erased takes no messages', NEW.id
  FROM conversations c WHERE c.id = NEW.conversation_id AND c.merged_into IS NOT NULL;
END;

CREATE TEMP TRIGGER law_cursor AFTER UPDATE OF read_up_to_at, read_up_to_seq ON main.conversations
WHEN (NEW.read_up_to_at, NEW.read_up_to_seq) > (OLD.read_up_to_at, OLD.read_up_to_seq)
BEGIN
  INSERT INTO law_reads VALUES (NEW.id);
  INSERT OR IGNORE INTO law_seen SELECT seq FROM messages
    WHERE conversation_id = NEW.id AND (at, seq) <= (NEW.read_up_to_at, NEW.read_up_to_seq);
  INSERT INTO law_broken SELECT 'reading swallows nothing', NEW.id
  WHERE law_about() IS NOT NULL AND NOT EXISTS (SELECT 1 FROM messages
    WHERE id = law_about() AND at = NEW.read_up_to_at AND seq = NEW.read_up_to_seq);
END;

CREATE TEMP TRIGGER law_version AFTER UPDATE ON main.conversations
WHEN NEW.version <= OLD.version AND (NEW.last_message_id IS NOT OLD.last_message_id
  OR NEW.unread_count <> OLD.unread_count OR NEW.merged_into IS NOT OLD.merged_into
  OR NEW.practice_id IS NOT OLD.practice_id)
BEGIN ${broken("a change has a new version", "NEW.id")}; END;

CREATE TEMP TRIGGER law_failed AFTER UPDATE OF status ON main.messages
WHEN NEW.status = 'failed' AND law_may_be_failed(NEW.id) = 0
BEGIN ${broken("nothing is called failed that may yet arrive", "NEW.id")}; END;

CREATE TEMP TRIGGER law_skipped AFTER UPDATE OF status ON main.messages
WHEN NEW.status = 'skipped' AND NEW.refusal_reason IS NULL
BEGIN ${broken("a refusal has its reason", "NEW.id")}; END;

CREATE TEMP TRIGGER law_removal AFTER DELETE ON main.contact_points WHEN OLD.practice_id IS NOT NULL
BEGIN INSERT INTO law_removed VALUES (OLD.id, OLD.practice_id); END;
`;

/** Sets the watches; `witness` may change with every seed. */
export const setWatches = (database: DatabaseSync, witness: () => Witness): void => {
  const flag = (value: boolean) => Number(value);
  database.function("law_accepted", (id) => flag(witness().accepted(String(id))));
  database.function("law_may_be_unknown", (id) => flag(witness().mayBeUnknown(String(id))));
  database.function("law_may_put_back", (id) => flag(witness().mayPutBack(String(id))));
  database.function("law_may_be_failed", (id) => flag(witness().mayBeFailed(String(id))));
  database.function("law_about", () => witness().about());
  database.function("law_word", { deterministic: true }, (text) => meaningOf(String(text)));
  database.function("law_claimed", (id, at) => {
    witness().claimed(String(id), Number(at));
    return null;
  });
  database.exec(watches);
};
