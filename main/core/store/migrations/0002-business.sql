-- Business tables of the first release. Local ids join, uids leave the data folder.
-- Points are integer thousandths, days YYYY-MM-DD, instants UTC milliseconds.

CREATE TABLE app_user (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  role TEXT NOT NULL CHECK (role IN ('manager', 'clerk', 'reader')),
  has_password INTEGER NOT NULL CHECK (has_password IN (0, 1)),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX app_user_name ON app_user (name) WHERE active = 1;

-- Sealed keys: never in the change log (unlogged).
CREATE TABLE user_secret (
  user_id INTEGER PRIMARY KEY REFERENCES app_user (id) ON DELETE CASCADE,
  password_hash TEXT NOT NULL
) STRICT;

-- Settings of the office: one row per key, value as JSON text.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE organization (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  level TEXT NOT NULL CHECK (level IN ('city', 'county', 'township', 'village', 'memberUnit')),
  code TEXT
) STRICT;
CREATE INDEX organization_code ON organization (code) WHERE code IS NOT NULL;

-- Names over time: what an organization is called, where it belongs and that it exists, from a first to a last day.
CREATE TABLE organization_state (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  first_day TEXT NOT NULL,
  last_day TEXT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  short_name TEXT NOT NULL CHECK (length(short_name) BETWEEN 1 AND 30),
  parent_id INTEGER REFERENCES organization (id),
  protocol_order INTEGER NOT NULL,
  marks TEXT NOT NULL DEFAULT '[]',
  document TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  CHECK (last_day IS NULL OR last_day >= first_day)
) STRICT;
CREATE UNIQUE INDEX organization_state_day ON organization_state (organization_id, first_day);
-- With the name, because siblings of one name are looked for at every change.
CREATE INDEX organization_state_parent ON organization_state (parent_id, name);

CREATE TABLE organization_mark (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  mark TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  protocol_order INTEGER NOT NULL
) STRICT;

-- Which organization went on as which: 合并, 拆分.
CREATE TABLE organization_succession (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
  from_organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  to_organization_id INTEGER NOT NULL REFERENCES organization (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  -- Whether open scores and ledgers went to this successor (1) or stay with the old name (0).
  takes_over INTEGER NOT NULL CHECK (takes_over IN (0, 1))
) STRICT;
CREATE INDEX organization_succession_from ON organization_succession (from_organization_id);
CREATE INDEX organization_succession_to ON organization_succession (to_organization_id);

CREATE TABLE scheme (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  document_number TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  applies_to TEXT NOT NULL CHECK (applies_to IN ('county', 'township', 'village', 'memberUnit')),
  -- Full points as the document states them; the sum of the categories may differ and is then pointed out.
  stated_points INTEGER,
  status TEXT NOT NULL CHECK (status IN ('draft', 'inForce', 'replaced')),
  in_force_from TEXT,
  version INTEGER NOT NULL,
  -- All versions of one scheme carry the family of the first.
  family_uid TEXT NOT NULL,
  version_reason TEXT NOT NULL DEFAULT '',
  settings TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  CHECK (status = 'draft' OR in_force_from IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX scheme_version ON scheme (family_uid, version);

CREATE TABLE scheme_category (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  scheme_id INTEGER NOT NULL REFERENCES scheme (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  max_points INTEGER NOT NULL CHECK (max_points >= 0),
  bonus INTEGER NOT NULL CHECK (bonus IN (0, 1))
) STRICT;
CREATE INDEX scheme_category_scheme ON scheme_category (scheme_id, position);

CREATE TABLE indicator (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  category_id INTEGER NOT NULL REFERENCES scheme_category (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 2000),
  max_points INTEGER NOT NULL CHECK (max_points >= 0),
  rule_text TEXT NOT NULL DEFAULT '',
  method TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  floor TEXT NOT NULL CHECK (floor IN ('zero', 'negative')),
  not_applicable TEXT NOT NULL CHECK (not_applicable IN ('fullMarks', 'rescale')),
  condition TEXT,
  rules TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX indicator_category ON indicator (category_id, position);

CREATE TABLE assessment_period (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('quarter', 'halfYear', 'year', 'spotCheck')),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'final')),
  finalized_at INTEGER,
  finalized_by TEXT,
  fingerprint TEXT,
  CHECK (last_day >= first_day)
) STRICT;

-- Each finalisation and each reopening stays visible.
CREATE TABLE period_event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  period_id INTEGER NOT NULL REFERENCES assessment_period (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('finalized', 'reopened')),
  at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX period_event_period ON period_event (period_id);

CREATE TABLE assessment_group (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  period_id INTEGER NOT NULL REFERENCES assessment_period (id) ON DELETE CASCADE,
  scheme_id INTEGER NOT NULL REFERENCES scheme (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX assessment_group_period ON assessment_group (period_id, position);
CREATE INDEX assessment_group_scheme ON assessment_group (scheme_id);

CREATE TABLE assessment_object (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  group_id INTEGER NOT NULL REFERENCES assessment_group (id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  position INTEGER NOT NULL,
  -- Filled at finalisation: names, remark, and which indicators do not apply (JSON list of uids), stay as they were.
  printed_name TEXT,
  printed_short_name TEXT,
  printed_remark TEXT,
  inapplicable TEXT
) STRICT;
CREATE UNIQUE INDEX assessment_object_once ON assessment_object (group_id, organization_id);
CREATE INDEX assessment_object_organization ON assessment_object (organization_id);

-- One score of one object on one indicator at one step of its way.
CREATE TABLE score (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  object_id INTEGER NOT NULL REFERENCES assessment_object (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  stage TEXT NOT NULL CHECK (stage IN ('self', 'checked', 'reviewed', 'final')),
  entry TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX score_cell ON score (object_id, stage, indicator_id);
CREATE INDEX score_indicator ON score (indicator_id);
-- Reasons given before are offered again at every reason that is asked for.
CREATE INDEX score_reason ON score (indicator_id, json_extract(entry, '$.reason'))
  WHERE json_extract(entry, '$.reason') <> '';
-- A cell that was cleared is found in the log by what it was.
CREATE INDEX row_change_cleared_score
  ON row_change (json_extract(before, '$.object_id'), json_extract(before, '$.indicator_id'))
  WHERE table_name = 'score' AND kind = 'delete';

-- A final period changes by a visible reopening only. Stated here as well, because undo knows no feature.
CREATE VIEW final_object AS
  SELECT assessment_object.id FROM assessment_object
  JOIN assessment_group ON assessment_group.id = assessment_object.group_id
  JOIN assessment_period ON assessment_period.id = assessment_group.period_id
  WHERE assessment_period.status = 'final';
CREATE VIEW final_group AS
  SELECT assessment_group.id FROM assessment_group
  JOIN assessment_period ON assessment_period.id = assessment_group.period_id
  WHERE assessment_period.status = 'final';
CREATE TRIGGER final_score_insert BEFORE INSERT ON score
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = NEW.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_score_update BEFORE UPDATE ON score
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_score_delete BEFORE DELETE ON score
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_object_insert BEFORE INSERT ON assessment_object
  WHEN EXISTS (SELECT 1 FROM final_group WHERE id = NEW.group_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_object_update BEFORE UPDATE ON assessment_object
  WHEN EXISTS (SELECT 1 FROM final_group WHERE id = OLD.group_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_object_delete BEFORE DELETE ON assessment_object
  WHEN EXISTS (SELECT 1 FROM final_group WHERE id = OLD.group_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_group_insert BEFORE INSERT ON assessment_group
  WHEN (SELECT status FROM assessment_period WHERE id = NEW.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_group_update BEFORE UPDATE ON assessment_group
  WHEN (SELECT status FROM assessment_period WHERE id = OLD.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_group_delete BEFORE DELETE ON assessment_group
  WHEN (SELECT status FROM assessment_period WHERE id = OLD.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_period_update BEFORE UPDATE ON assessment_period
  WHEN OLD.status = 'final' AND NEW.status = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_period_delete BEFORE DELETE ON assessment_period
  WHEN OLD.status = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
