-- Document library (文件库): laws, standards and papers of above, each with its clauses. Days YYYY-MM-DD.

CREATE TABLE library_entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- 文号, 令号 or number of a standard, as it is written.
  number TEXT NOT NULL,
  issuer TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN (
    'law', 'regulation', 'departmentRule', 'localRegulation', 'normative', 'standard', 'superior', 'own')),
  issued_on TEXT,
  in_force_from TEXT,
  -- The last day on which it is in force.
  in_force_to TEXT,
  -- 有效, 已修改, 已废止, 被替代
  validity TEXT NOT NULL CHECK (validity IN ('valid', 'amended', 'repealed', 'replaced')),
  replaced_by_id INTEGER REFERENCES library_entry (id) ON DELETE SET NULL,
  received_id INTEGER REFERENCES received_paper (id) ON DELETE SET NULL,
  -- Words by which it is looked for, parted by blanks.
  subjects TEXT NOT NULL,
  abstract TEXT NOT NULL,
  -- Title and number without brackets and blanks, by which citations find it.
  title_key TEXT NOT NULL,
  number_key TEXT NOT NULL,
  search_text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK (replaced_by_id IS NULL OR validity = 'replaced'),
  CHECK (in_force_to IS NULL OR in_force_from IS NULL OR in_force_to >= in_force_from)
) STRICT;
CREATE INDEX library_entry_day ON library_entry (ifnull(issued_on, ''), id);
CREATE INDEX library_entry_title ON library_entry (title_key);
CREATE INDEX library_entry_number ON library_entry (number_key) WHERE number_key <> '';
CREATE INDEX library_entry_replacing ON library_entry (replaced_by_id) WHERE replaced_by_id IS NOT NULL;
CREATE UNIQUE INDEX library_entry_received ON library_entry (received_id) WHERE received_id IS NOT NULL;

CREATE TABLE library_clause (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  entry_id INTEGER NOT NULL REFERENCES library_entry (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- 第十二条, 4.1.2; empty where the text has none.
  number TEXT NOT NULL,
  -- The chapter or heading that it stands under.
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  search_text TEXT NOT NULL,
  -- No clause but a passage of this attached file, only so that it is found; goes with the file.
  attachment_id INTEGER REFERENCES attachment (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX library_clause_attachment ON library_clause (attachment_id) WHERE attachment_id IS NOT NULL;
-- Attached files that were tried, with the reason why they could not be read: not tried again by themselves.
CREATE TABLE library_unread (
  attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id) ON DELETE CASCADE,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX library_clause_entry ON library_clause (entry_id, position, id);

-- What can be found, each with its place in the index. The key says the order of what is found, so that the index
-- itself yields it and reading stops where the page is full: entries by title and number before clauses, then the
-- latest day of issue first. Bits: 61 entry itself, 44–60 day since 1900, 24–43 entry, 0–23 clause.
CREATE VIEW library_passage (entry_id, clause_id, key, body) AS
  SELECT id, 0,
    (1 << 61) | (min(max(ifnull(julianday(issued_on) - julianday('1900-01-01'), 0), 0), 131071) << 44) | (id << 24),
    search_text
  FROM library_entry
  UNION ALL
  SELECT entry.id, clause.id,
    (min(max(ifnull(julianday(entry.issued_on) - julianday('1900-01-01'), 0), 0), 131071) << 44)
      | (entry.id << 24) | clause.id,
    clause.search_text
  FROM library_clause AS clause JOIN library_entry AS entry ON entry.id = clause.entry_id;

-- Rebuilt from library_passage at any time; kept in step by triggers, because undo knows no feature.
CREATE VIRTUAL TABLE library_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER library_entry_search_insert AFTER INSERT ON library_entry BEGIN
  INSERT INTO library_search (rowid, body) SELECT key, body FROM library_passage WHERE entry_id = NEW.id;
END;
CREATE TRIGGER library_entry_search_leave BEFORE UPDATE OF issued_on, search_text ON library_entry
  WHEN OLD.issued_on IS NOT NEW.issued_on OR OLD.search_text IS NOT NEW.search_text BEGIN
    DELETE FROM library_search WHERE rowid IN (SELECT key FROM library_passage WHERE entry_id = OLD.id);
  END;
CREATE TRIGGER library_entry_search_enter AFTER UPDATE OF issued_on, search_text ON library_entry
  WHEN OLD.issued_on IS NOT NEW.issued_on OR OLD.search_text IS NOT NEW.search_text BEGIN
    INSERT INTO library_search (rowid, body) SELECT key, body FROM library_passage WHERE entry_id = NEW.id;
  END;
-- Clauses go with it, and then no longer know its day.
CREATE TRIGGER library_entry_search_delete BEFORE DELETE ON library_entry BEGIN
  DELETE FROM library_search WHERE rowid IN (SELECT key FROM library_passage WHERE entry_id = OLD.id);
END;
CREATE TRIGGER library_clause_search_insert AFTER INSERT ON library_clause BEGIN
  INSERT INTO library_search (rowid, body)
    SELECT key, body FROM library_passage WHERE entry_id = NEW.entry_id AND clause_id = NEW.id;
END;
CREATE TRIGGER library_clause_search_update AFTER UPDATE OF search_text ON library_clause
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE library_search SET body = NEW.search_text
      WHERE rowid = (SELECT key FROM library_passage WHERE entry_id = NEW.entry_id AND clause_id = NEW.id);
  END;
CREATE TRIGGER library_clause_search_delete BEFORE DELETE ON library_clause BEGIN
  DELETE FROM library_search
    WHERE rowid = (SELECT key FROM library_passage WHERE entry_id = OLD.entry_id AND clause_id = OLD.id);
END;
