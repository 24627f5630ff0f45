-- What is said of an object's result (结果说明), where the clerk wrote it otherwise than its reasons alone would say it.

CREATE TABLE result_text (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  object_id INTEGER NOT NULL UNIQUE REFERENCES assessment_object (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 20000),
  -- What the reasons gave when it was written: shows whether they have changed since.
  draft TEXT NOT NULL
) STRICT;
