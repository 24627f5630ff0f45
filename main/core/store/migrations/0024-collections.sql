-- Tables handed out to units and collected again (下发收集).

CREATE TABLE collection (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL UNIQUE CHECK (length(title) BETWEEN 1 AND 60),
  -- Where the rows come from and where the values go, as JSON.
  origin TEXT NOT NULL CHECK (json_valid(origin)),
  -- Columns and rows, as JSON.
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  instruction TEXT NOT NULL,
  due_on TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  -- Null: still collecting.
  closed_on TEXT
) STRICT;

CREATE TABLE collection_unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  collection_id INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  position INTEGER NOT NULL,
  -- As it stands on its workbook.
  name TEXT NOT NULL,
  -- The given rows of its workbook, as JSON.
  given TEXT NOT NULL CHECK (json_valid(given)),
  -- Of the workbook: 1, and one more each time it is handed out with other rows.
  version INTEGER NOT NULL CHECK (version >= 1),
  -- When this version was last written for it; null: not yet.
  handed_on TEXT
) STRICT;
CREATE UNIQUE INDEX collection_unit_once ON collection_unit (collection_id, organization_id);
CREATE INDEX collection_unit_organization ON collection_unit (organization_id);

-- A workbook that came back. The bytes lie in the data folder under their SHA-256.
CREATE TABLE collection_return (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES collection_unit (id) ON DELETE CASCADE,
  file_name TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
  bytes INTEGER NOT NULL CHECK (bytes >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  received_at INTEGER NOT NULL,
  received_by TEXT NOT NULL,
  -- Known again by its marks, or by its headings and the unit's name.
  source TEXT NOT NULL CHECK (source IN ('identity', 'form')),
  -- Its rows as read, as JSON.
  said TEXT NOT NULL CHECK (json_valid(said)),
  -- SHA-256 of file, rows and problems as first read: answers change what it says, not what it is.
  read_sha256 TEXT NOT NULL CHECK (length(read_sha256) = 64),
  -- What has to be corrected, as JSON.
  problems TEXT NOT NULL CHECK (json_valid(problems)),
  state TEXT NOT NULL CHECK (state IN ('correct', 'mustCorrect', 'merged', 'replaced'))
) STRICT;
CREATE INDEX collection_return_unit ON collection_return (unit_id);

-- Rows that were collected, of a table of the clerk's own. One row with all its values, because a merge of two hundred
-- workbooks is one operation and every row is logged.
CREATE TABLE collection_row (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES collection_unit (id) ON DELETE CASCADE,
  -- Key of the given row; null: written by the unit.
  row_key TEXT,
  position INTEGER NOT NULL,
  -- Canonical values by column, as JSON.
  said TEXT NOT NULL CHECK (json_valid(said))
) STRICT;
CREATE UNIQUE INDEX collection_row_key ON collection_row (unit_id, row_key) WHERE row_key IS NOT NULL;
CREATE INDEX collection_row_unit ON collection_row (unit_id, position);
