-- Forms of other offices (上级表格) with what was pointed at in them. The bytes lie in the data folder under their SHA-256.

CREATE TABLE foreign_form (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
  file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  -- What takes which field, as JSON.
  pointing TEXT NOT NULL CHECK (json_valid(pointing)),
  added_at INTEGER NOT NULL,
  added_by TEXT NOT NULL
) STRICT;
