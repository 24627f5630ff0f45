-- Committees, positions, people and appointments.

-- The standing body of a city, county or township, and its office.
CREATE TABLE committee (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL UNIQUE REFERENCES organization (id),
  -- Empty: the organization's name of the day and 消防安全委员会, so that it follows a change of name.
  name TEXT NOT NULL DEFAULT '',
  office_name TEXT NOT NULL DEFAULT '',
  -- Where the office sits: 市消防救援支队.
  office_unit TEXT NOT NULL DEFAULT '',
  office_phone TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- One list for all committees, in protocol order; the office edits it.
CREATE TABLE committee_position (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('chair', 'firstChair', 'executiveViceChair', 'viceChair', 'member',
    'officeDirector', 'officeViceDirector', 'liaison', 'other')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  -- Other words for it in pasted lists, as a JSON list.
  aliases TEXT NOT NULL DEFAULT '[]',
  protocol_order INTEGER NOT NULL,
  single INTEGER NOT NULL CHECK (single IN (0, 1)),
  required INTEGER NOT NULL CHECK (required IN (0, 1))
) STRICT;

-- Usual positions; no document fixes the list, so everything about it can be changed.
INSERT INTO committee_position (uid, role, name, aliases, protocol_order, single, required) VALUES
  ('0198c000-0000-7000-8000-000000000001', 'chair', '主任', '["主任委员"]', 1, 1, 1),
  ('0198c000-0000-7000-8000-000000000002', 'firstChair', '第一主任', '[]', 2, 1, 0),
  ('0198c000-0000-7000-8000-000000000003', 'executiveViceChair', '常务副主任', '["常务副主任委员"]', 3, 0, 0),
  ('0198c000-0000-7000-8000-000000000004', 'viceChair', '副主任', '["副主任委员"]', 4, 0, 0),
  ('0198c000-0000-7000-8000-000000000005', 'member', '成员', '["委员","组成人员","成员单位"]', 5, 0, 0),
  ('0198c000-0000-7000-8000-000000000006', 'officeDirector', '办公室主任', '["消安办主任"]', 6, 1, 1),
  ('0198c000-0000-7000-8000-000000000007', 'officeViceDirector', '办公室副主任', '["消安办副主任"]', 7, 0, 0),
  ('0198c000-0000-7000-8000-000000000008', 'liaison', '联络员', '["联系人"]', 8, 0, 0);

-- Unit and post as they are now; those of a time stand in the appointment.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  organization_id INTEGER REFERENCES organization (id),
  unit TEXT NOT NULL DEFAULT '',
  post TEXT NOT NULL DEFAULT '',
  office_phone TEXT NOT NULL DEFAULT '',
  mobile TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_name ON person (name);
CREATE INDEX person_organization ON person (organization_id) WHERE organization_id IS NOT NULL;

CREATE TABLE appointment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  committee_id INTEGER NOT NULL REFERENCES committee (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  position_id INTEGER NOT NULL REFERENCES committee_position (id),
  -- Among those of one position; only comparison means anything.
  protocol_order INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT,
  -- The unit of that time: an organization, or else a text.
  organization_id INTEGER REFERENCES organization (id),
  unit TEXT NOT NULL DEFAULT '',
  post TEXT NOT NULL DEFAULT '',
  substitute INTEGER NOT NULL CHECK (substitute IN (0, 1)),
  substitute_for_id INTEGER REFERENCES person (id),
  document TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  CHECK (last_day IS NULL OR last_day >= first_day)
) STRICT;
CREATE INDEX appointment_roster ON appointment (committee_id, first_day, last_day);
CREATE INDEX appointment_last_day ON appointment (last_day) WHERE last_day IS NOT NULL;
CREATE INDEX appointment_person ON appointment (person_id);
CREATE INDEX appointment_organization ON appointment (organization_id) WHERE organization_id IS NOT NULL;

-- 调整: prepared as steps away from the roster, carried out as one operation on its day.
CREATE TABLE roster_change (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  committee_id INTEGER NOT NULL REFERENCES committee (id) ON DELETE CASCADE,
  status TEXT NOT NULL CHECK (status IN ('draft', 'done')),
  title TEXT NOT NULL DEFAULT '',
  day TEXT NOT NULL,
  document TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  steps TEXT NOT NULL,
  -- The rosters that it found and made, as JSON: a day can have several of them. People only by their uid.
  found TEXT,
  made TEXT,
  created_at INTEGER NOT NULL,
  done_at INTEGER,
  CHECK ((status = 'done') = (done_at IS NOT NULL)),
  CHECK ((status = 'done') = (found IS NOT NULL) AND (status = 'done') = (made IS NOT NULL))
) STRICT;
CREATE INDEX roster_change_committee ON roster_change (committee_id, day);
