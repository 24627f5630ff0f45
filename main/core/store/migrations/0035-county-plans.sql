-- What a county or member unit makes of an implementation plan of the city (县级实施方案). Days YYYY-MM-DD.

CREATE TABLE county_plan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES task_plan (id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  -- Last day on which it is handed in in time.
  due_on TEXT NOT NULL,
  received_on TEXT,
  -- What both were before it was handed back for the first time and came in again: by these it was in time or not.
  first_due_on TEXT,
  first_received_on TEXT,
  document_number TEXT NOT NULL DEFAULT '',
  contact TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  received_paper_id INTEGER REFERENCES received_paper (id) ON DELETE SET NULL,
  -- Null: not checked since it was received. 已核对, 退回.
  decision TEXT CHECK (decision IN ('checked', 'returned')),
  decided_on TEXT,
  -- Why it was returned.
  reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  -- JSON list of {taskUid, reason}: tasks of the city's plan that do not concern the unit.
  exempt TEXT NOT NULL DEFAULT '[]',
  UNIQUE (plan_id, organization_id),
  CHECK ((decision IS NULL) = (decided_on IS NULL)),
  CHECK (decision IS NULL OR received_on IS NOT NULL)
) STRICT;
CREATE INDEX county_plan_organization ON county_plan (organization_id);
CREATE INDEX county_plan_due ON county_plan (due_on);
CREATE INDEX county_plan_paper ON county_plan (received_paper_id) WHERE received_paper_id IS NOT NULL;

CREATE TABLE county_plan_task (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  county_plan_id INTEGER NOT NULL REFERENCES county_plan (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
  -- As the county wrote it: most are no organizations of the office.
  unit TEXT NOT NULL DEFAULT '',
  due_on TEXT,
  -- The task of the city's plan that it answers; null: its own, or not yet told.
  task_id INTEGER REFERENCES task (id) ON DELETE SET NULL,
  -- The clerk has said that it answers none: no answer is proposed any more.
  is_own INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
  CHECK (is_own = 0 OR task_id IS NULL)
) STRICT;
CREATE INDEX county_plan_task_plan ON county_plan_task (county_plan_id, position);
CREATE INDEX county_plan_task_answers ON county_plan_task (task_id) WHERE task_id IS NOT NULL;
