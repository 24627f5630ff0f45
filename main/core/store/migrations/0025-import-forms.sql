-- Forms of tables that were imported: what each column was taken for last, by the list and the digest of the headings.

CREATE TABLE import_form (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (length(list) BETWEEN 1 AND 60),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  -- JSON list of meanings in the order of the columns; null: not imported.
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  UNIQUE (list, digest)
) STRICT;
