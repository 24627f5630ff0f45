-- A long table waits for the clerk's yes in pieces, each packed: as one value it was copied whole by whatever met it.
-- What is waiting in the old form is dropped; its file can be read again.
DELETE FROM staged_import;

CREATE TABLE staged_piece (
  token TEXT NOT NULL REFERENCES staged_import (token) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (token, place)
) STRICT;
