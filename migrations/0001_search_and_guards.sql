-- Finding practices by name, place or number, whatever the accents.
CREATE VIRTUAL TABLE practice_search USING fts5(
  name, municipality, postcode, addresses,
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
--> statement-breakpoint
-- A word that is taken out leaves nothing behind in the index: erased names and numbers are gone.
INSERT INTO practice_search (practice_search, rank) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER practices_found_by_name AFTER INSERT ON practices BEGIN
  INSERT INTO practice_search (rowid, name, municipality, postcode, addresses)
  VALUES (NEW.id, NEW.name, NEW.municipality, NEW.postcode, '');
END;
--> statement-breakpoint
CREATE TRIGGER practices_found_by_new_name
AFTER UPDATE OF name, municipality, postcode ON practices BEGIN
  UPDATE practice_search
  SET name = NEW.name, municipality = NEW.municipality, postcode = NEW.postcode
  WHERE rowid = NEW.id;
END;
--> statement-breakpoint
-- A Belgian number is found as 32475… and as 0475…
CREATE VIEW practice_addresses AS
SELECT practice_id, group_concat(
  CASE
    WHEN channel = 'email' THEN address
    WHEN address LIKE '+32%' THEN substr(address, 2) || ' 0' || substr(address, 4)
    ELSE ltrim(address, '+')
  END, ' ') AS addresses
FROM contact_points GROUP BY practice_id;
--> statement-breakpoint
CREATE TRIGGER practices_found_by_address AFTER INSERT ON contact_points
WHEN NEW.practice_id IS NOT NULL BEGIN
  UPDATE practice_search
  SET addresses = (SELECT addresses FROM practice_addresses WHERE practice_id = NEW.practice_id)
  WHERE rowid = NEW.practice_id;
END;
--> statement-breakpoint
CREATE TRIGGER practices_found_by_moved_address AFTER UPDATE OF practice_id ON contact_points BEGIN
  UPDATE practice_search
  SET addresses = coalesce(
    (SELECT addresses FROM practice_addresses WHERE practice_id = practice_search.rowid), '')
  WHERE rowid IN (OLD.practice_id, NEW.practice_id);
END;
--> statement-breakpoint
CREATE TRIGGER practices_not_found_by_deleted_address AFTER DELETE ON contact_points
WHEN OLD.practice_id IS NOT NULL BEGIN
  UPDATE practice_search
  SET addresses = coalesce(
    (SELECT addresses FROM practice_addresses WHERE practice_id = OLD.practice_id), '')
  WHERE rowid = OLD.practice_id;
END;
--> statement-breakpoint
-- The team's unread count is the sum of the conversations', kept in the same statement.
INSERT INTO inbox_counters (id, unread) VALUES (1, 0);
--> statement-breakpoint
CREATE TRIGGER inbox_counts_unread AFTER UPDATE OF unread_count ON conversations
WHEN NEW.unread_count <> OLD.unread_count BEGIN
  UPDATE inbox_counters SET unread = unread + NEW.unread_count - OLD.unread_count WHERE id = 1;
END;
--> statement-breakpoint
-- What was done cannot be rewritten.
CREATE TRIGGER audit_log_keeps_rows BEFORE DELETE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
--> statement-breakpoint
CREATE TRIGGER audit_log_keeps_words BEFORE UPDATE ON audit_log BEGIN
  SELECT RAISE(ABORT, 'the audit log is append-only');
END;
