-- The ground that every store stands on: the log of operations and row changes, bookkeeping, drafts, staging.

-- One line per operation, chained by hash. The line with hash NULL is the one being written now; it is never
-- seen outside its transaction. The large text stands last, so that reading the hash does not follow overflow pages.
CREATE TABLE operation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  hash TEXT,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  undo TEXT NOT NULL CHECK (undo IN ('reversible', 'compensated', 'final')),
  compensation TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed', 'refused')),
  user_uid TEXT,
  user_name TEXT NOT NULL,
  window_uid TEXT NOT NULL,
  host TEXT NOT NULL CHECK (host IN ('electron', 'browser', 'cli')),
  undoes_id INTEGER REFERENCES operation (id),
  -- The operation that this one completes: they are taken back together.
  continues_id INTEGER REFERENCES operation (id),
  -- The row changes of this operation are change_count rows of row_change from change_start on, without gap.
  change_start INTEGER NOT NULL,
  change_count INTEGER NOT NULL,
  change_digest TEXT NOT NULL,
  summary TEXT NOT NULL,
  result TEXT
) STRICT;
CREATE UNIQUE INDEX operation_undoes ON operation (undoes_id) WHERE undoes_id IS NOT NULL AND outcome = 'done';
CREATE UNIQUE INDEX operation_continues ON operation (continues_id) WHERE continues_id IS NOT NULL;

-- A view and not a table: marking the open operation costs no page of its own.
CREATE VIEW active_operation AS
  SELECT id AS operation_id FROM operation WHERE id = (SELECT max(id) FROM operation) AND hash IS NULL;

-- Written by triggers only: one row before and after, all columns as a JSON object.
CREATE TABLE row_change (
  id INTEGER PRIMARY KEY,
  operation_id INTEGER NOT NULL REFERENCES operation (id),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX row_change_row ON row_change (table_name, row_id, operation_id);

CREATE TABLE migration (
  version INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  operation_id INTEGER NOT NULL REFERENCES operation (id),
  applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE store_meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Autosave: what is being written and not yet saved.
CREATE TABLE draft (
  document TEXT NOT NULL,
  user_uid TEXT NOT NULL,
  window_uid TEXT NOT NULL,
  content TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (document, user_uid, window_uid)
) STRICT;

-- What was read from a foreign file and waits for the clerk's yes.
CREATE TABLE staged_import (
  token TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  user_uid TEXT NOT NULL,
  payload TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX staged_import_age ON staged_import (created_at);
