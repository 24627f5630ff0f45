-- Files kept beside the rows that they prove. The bytes lie in the data folder under their SHA-256.
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  subject_kind TEXT NOT NULL,
  subject_uid TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  note TEXT NOT NULL DEFAULT '',
  added_at INTEGER NOT NULL,
  added_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX attachment_once ON attachment (subject_kind, subject_uid, sha256, name);
CREATE INDEX attachment_content ON attachment (sha256);
