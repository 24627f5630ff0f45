-- Grass-roots bodies (基层机构): what each township or village has to set up, and how far it is. Days YYYY-MM-DD.

CREATE TABLE establishment_kind (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  level TEXT NOT NULL CHECK (level IN ('township', 'village')),
  -- Last day on which its plaque is hung in time.
  due_on TEXT NOT NULL,
  source TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

INSERT INTO establishment_kind (uid, name, level, due_on, source, position) VALUES
  ('0198c000-0000-7000-8000-000000002801', '消防安全委员会', 'township', '2026-10-31', '', 1),
  ('0198c000-0000-7000-8000-000000002802', '消防工作站', 'township', '2026-10-31', '', 2),
  ('0198c000-0000-7000-8000-000000002803', '村(社区)消防工作室', 'village', '2026-12-31', '', 3);

-- A row only where something is known.
CREATE TABLE establishment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind_id INTEGER NOT NULL REFERENCES establishment_kind (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  planned_on TEXT,
  -- The day on which the plaque was hung (挂牌).
  established_on TEXT,
  document TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  head TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  -- People who work there full time; null: not known.
  posts INTEGER CHECK (posts BETWEEN 0 AND 9999),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (kind_id, organization_id)
) STRICT;
CREATE INDEX establishment_organization ON establishment (organization_id);
