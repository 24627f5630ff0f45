-- What of the log was changed on purpose. Each entry is itself in the chain, so that the chain still verifies.

-- Personal data that was removed: by whom stands in the log.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  -- On what request or ground; without the person's name.
  reason TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  -- The auditor who gave a password for it.
  confirmed_by TEXT NOT NULL,
  erased_at INTEGER NOT NULL,
  -- Number of the first operation that had written it: backups since then may still hold it.
  first_operation INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  change_count INTEGER NOT NULL,
  line_count INTEGER NOT NULL,
  file_count INTEGER NOT NULL
) STRICT;

-- A record of the log whose words are gone: the digest with which it entered the chain, and that of what is left.
CREATE TABLE erased_record (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  erasure_id INTEGER NOT NULL REFERENCES erasure (id),
  -- line: an operation; change: a row change.
  kind TEXT NOT NULL CHECK (kind IN ('line', 'change')),
  record_id INTEGER NOT NULL,
  original TEXT NOT NULL CHECK (length(original) = 64),
  present TEXT NOT NULL CHECK (length(present) = 64)
) STRICT;
CREATE INDEX erased_record_erasure ON erased_record (erasure_id);

-- Old row changes that were cleared away; the lines of the log themselves stay for ever.
CREATE TABLE log_clearing (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  through_operation INTEGER NOT NULL,
  -- Everything before this day.
  before_day TEXT NOT NULL,
  change_count INTEGER NOT NULL,
  asked_by TEXT NOT NULL,
  confirmed_by TEXT NOT NULL,
  cleared_at INTEGER NOT NULL
) STRICT;
