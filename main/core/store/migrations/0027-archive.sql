-- Yearly archives that were made (年度归档): which, by whom, and what they are told from others by. Their files lie where
-- the clerk has them.

CREATE TABLE archive (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  year INTEGER NOT NULL,
  -- Of its folder, and where that was put.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  folder TEXT NOT NULL,
  files INTEGER NOT NULL CHECK (files >= 0),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  -- How many things were left out.
  left_out INTEGER NOT NULL CHECK (left_out >= 0),
  -- What was not finished then, as a JSON list of sentences.
  warnings TEXT NOT NULL CHECK (json_valid(warnings)),
  -- SHA-256 of its file SHA256SUMS.
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL
) STRICT;
CREATE INDEX archive_fingerprint ON archive (fingerprint);
