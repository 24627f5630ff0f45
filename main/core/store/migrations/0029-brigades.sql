-- Full-time fire brigades of towns (专职消防队): how far each is, and what it has. Days YYYY-MM-DD.

CREATE TABLE brigade (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  organization_id INTEGER NOT NULL UNIQUE REFERENCES organization (id),
  -- Class of GB/T 35547-2017: 一级, 二级, 志愿.
  class TEXT NOT NULL CHECK (class IN ('first', 'second', 'volunteer')),
  leader TEXT NOT NULL,
  phone TEXT NOT NULL,
  people INTEGER CHECK (people BETWEEN 0 AND 9999),
  drivers INTEGER CHECK (drivers BETWEEN 0 AND 9999),
  tenders INTEGER CHECK (tenders BETWEEN 0 AND 999),
  site_planned_on TEXT,
  site_done_on TEXT,
  building_planned_on TEXT,
  building_done_on TEXT,
  vehicles_planned_on TEXT,
  vehicles_done_on TEXT,
  people_planned_on TEXT,
  people_done_on TEXT,
  duty_planned_on TEXT,
  duty_done_on TEXT,
  note TEXT NOT NULL
) STRICT;

INSERT INTO report_definition (uid, name, row_kind, hides_empty, columns, cycle, source, position) VALUES
  ('0198c000-0000-7000-8000-000000002901', '基层消防力量建设情况统计表', 'county', 0,
    '[{"measure":"establishments.due:0198c000-0000-7000-8000-000000002801","heading":"乡镇(街道)数"},
      {"measure":"establishments.established:0198c000-0000-7000-8000-000000002801","heading":"消安委已挂牌"},
      {"measure":"establishments.rate:0198c000-0000-7000-8000-000000002801","heading":"消安委挂牌率"},
      {"measure":"establishments.established:0198c000-0000-7000-8000-000000002802","heading":"工作站已挂牌"},
      {"measure":"establishments.rate:0198c000-0000-7000-8000-000000002802","heading":"工作站挂牌率"},
      {"measure":"brigades.towns","heading":""},{"measure":"brigades.built","heading":"专职队已建成"},
      {"measure":"brigades.rate","heading":"专职队建成率"}]',
    'month', '本程序拟定，可以修改', 7);
