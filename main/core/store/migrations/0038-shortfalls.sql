-- What each place has to have by the standards, what it has, and what is planned against the difference (欠账).

CREATE TABLE shortfall_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  unit TEXT NOT NULL,
  -- Where its numbers belong.
  level TEXT NOT NULL CHECK (level IN ('county', 'township')),
  -- each: so many at every place; keyTown: at every national key town; share: one for so many of `basis`, rounded up;
  -- given: entered by hand.
  rule TEXT NOT NULL CHECK (rule IN ('each', 'keyTown', 'share', 'given')),
  amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 1000000),
  -- Keys of measures of reports; empty: none, entered by hand.
  basis TEXT NOT NULL,
  existing TEXT NOT NULL,
  -- Standard and clause that ask for it.
  source TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

-- What was entered by hand in the place of what is counted; null: as it is counted.
CREATE TABLE shortfall_figure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  item_id INTEGER NOT NULL REFERENCES shortfall_item (id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  required INTEGER CHECK (required BETWEEN 0 AND 1000000),
  existing INTEGER CHECK (existing BETWEEN 0 AND 1000000),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX shortfall_figure_once ON shortfall_figure (item_id, organization_id);
CREATE INDEX shortfall_figure_place ON shortfall_figure (organization_id);

-- One year of a county's plan for an item; money in 分.
CREATE TABLE shortfall_plan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  item_id INTEGER NOT NULL REFERENCES shortfall_item (id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
  planned INTEGER CHECK (planned BETWEEN 0 AND 1000000),
  done INTEGER CHECK (done BETWEEN 0 AND 1000000),
  money_planned INTEGER CHECK (money_planned >= 0),
  money_spent INTEGER CHECK (money_spent >= 0),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX shortfall_plan_once ON shortfall_plan (item_id, organization_id, year);
CREATE INDEX shortfall_plan_place ON shortfall_plan (organization_id);

INSERT INTO shortfall_item (uid, name, unit, level, rule, amount, basis, existing, source, position) VALUES
  ('0198c000-0000-7000-8000-000000003801', '乡镇消防站', '座', 'township', 'each', 1, '', 'fireStations.onDuty',
    '本市工作任务：每个乡镇(街道)至少一座；面积要求见建标 152-2017', 1),
  ('0198c000-0000-7000-8000-000000003802', '消防工作站', '个', 'township', 'each', 1, '',
    'establishments.established:0198c000-0000-7000-8000-000000002802', '本市工作任务：每个乡镇(街道)挂牌', 2),
  ('0198c000-0000-7000-8000-000000003803', '专职消防队', '支', 'township', 'keyTown', 1, '', 'brigades.built',
    '本市工作任务：全国重点镇建成专职消防队', 3),
  ('0198c000-0000-7000-8000-000000003804', '专职队水罐车', '辆', 'township', 'keyTown', 1, '', 'brigades.tenders',
    'GB/T 35547-2017；至少 1 辆水罐车', 4),
  ('0198c000-0000-7000-8000-000000003805', '市政消火栓', '具', 'township', 'given', 1, '', 'waterSources.hydrants',
    '应建数按消防专项规划填写；间距不大于 120 米，保护半径不大于 150 米', 5);
