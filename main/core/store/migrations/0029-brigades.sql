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
