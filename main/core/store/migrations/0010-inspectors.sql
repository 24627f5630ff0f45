-- Special inspections: who inspects, with which vehicles, and what is asked.

-- Skills (专长) in the order of the office's list.
CREATE TABLE inspection_skill (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  -- Other words for it in tables that are read, as a JSON list.
  aliases TEXT NOT NULL DEFAULT '[]',
  position INTEGER NOT NULL
) STRICT;

INSERT INTO inspection_skill (uid, name, aliases, position) VALUES
  ('0198c000-0000-7000-8000-000000001001', '电气', '["电气防火","用电"]', 1),
  ('0198c000-0000-7000-8000-000000001002', '燃气', '["用气","天然气"]', 2),
  ('0198c000-0000-7000-8000-000000001003', '高层建筑', '["高层"]', 3),
  ('0198c000-0000-7000-8000-000000001004', '危险化学品', '["危化品","危化","化工"]', 4),
  ('0198c000-0000-7000-8000-000000001005', '文书', '["资料","台账"]', 5);

CREATE TABLE inspector (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  -- The unit that is never inspected by its own: an organization, or else a text.
  organization_id INTEGER REFERENCES organization (id),
  unit TEXT NOT NULL,
  -- The county that is never inspected by one of its own (回避).
  home_county_id INTEGER REFERENCES organization (id),
  -- JSON list of leader, inspector, expert, driver.
  roles TEXT NOT NULL,
  post TEXT NOT NULL,
  phone TEXT NOT NULL,
  note TEXT NOT NULL,
  -- First day on which they are no longer in the pool.
  left_on TEXT
) STRICT;
CREATE INDEX inspector_name ON inspector (name);
CREATE INDEX inspector_organization ON inspector (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX inspector_home_county ON inspector (home_county_id) WHERE home_county_id IS NOT NULL;

CREATE TABLE inspector_skill (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  inspector_id INTEGER NOT NULL REFERENCES inspector (id) ON DELETE CASCADE,
  skill_id INTEGER NOT NULL REFERENCES inspection_skill (id)
) STRICT;
CREATE UNIQUE INDEX inspector_skill_once ON inspector_skill (inspector_id, skill_id);
CREATE INDEX inspector_skill_skill ON inspector_skill (skill_id);

CREATE TABLE inspector_leave (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  inspector_id INTEGER NOT NULL REFERENCES inspector (id) ON DELETE CASCADE,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX inspector_leave_inspector ON inspector_leave (inspector_id, first_day);
CREATE INDEX inspector_leave_day ON inspector_leave (last_day, first_day);

CREATE TABLE vehicle (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  -- Its number plate, or what the office calls it.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  -- The driver's seat counts.
  seats INTEGER NOT NULL CHECK (seats BETWEEN 1 AND 60),
  organization_id INTEGER REFERENCES organization (id),
  unit TEXT NOT NULL,
  note TEXT NOT NULL,
  -- First day on which it can no longer be used.
  retired_on TEXT
) STRICT;
CREATE INDEX vehicle_organization ON vehicle (organization_id) WHERE organization_id IS NOT NULL;

-- Checklists (检查清单): what is asked on the spot.
CREATE TABLE checklist (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  -- What it is drawn from.
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  -- First day on which it is no longer offered; visits that used it keep it.
  retired_on TEXT
) STRICT;

CREATE TABLE checklist_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  checklist_id INTEGER NOT NULL REFERENCES checklist (id) ON DELETE CASCADE,
  -- A section.
  parent_id INTEGER REFERENCES checklist_item (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('section', 'question')),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 300),
  -- Of the law or standard that an answer 不符合 breaks.
  article TEXT NOT NULL,
  -- What is usually demanded then, and within how many days.
  demand TEXT NOT NULL,
  due_days INTEGER CHECK (due_days BETWEEN 0 AND 365),
  severity TEXT NOT NULL CHECK (severity IN ('ordinary', 'major')),
  -- Of a major hazard: the element of GB 35181 that it meets.
  element TEXT NOT NULL,
  CHECK (kind = 'question' OR (article = '' AND demand = '' AND due_days IS NULL AND severity = 'ordinary')),
  CHECK (severity = 'major' OR element = '')
) STRICT;
CREATE INDEX checklist_item_list ON checklist_item (checklist_id, parent_id, position);
CREATE INDEX checklist_item_parent ON checklist_item (parent_id) WHERE parent_id IS NOT NULL;
