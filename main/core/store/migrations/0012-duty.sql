-- 24-hour duty: who is on duty when, what happened, who has reported; partner units; holidays that the office enters.

-- Of the years that the office entered itself; these then count instead of those that come with the program.
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  day TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('publicHoliday', 'makeUpWorkday')),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE duty_person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  -- Who it is in the rosters; null: typed.
  person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  unit TEXT NOT NULL,
  post TEXT NOT NULL,
  phone TEXT NOT NULL,
  can_lead INTEGER NOT NULL CHECK (can_lead IN (0, 1)),
  can_serve INTEGER NOT NULL CHECK (can_serve IN (0, 1)),
  -- Last day on which duty can be given; null: no end.
  last_day TEXT,
  -- Who came in the course of a year is counted as if these had been served in it, else all duty would be theirs.
  credit_year INTEGER,
  credit_weekday INTEGER NOT NULL DEFAULT 0,
  credit_weekend INTEGER NOT NULL DEFAULT 0,
  credit_holiday INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX duty_person_person ON duty_person (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE duty_leave (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES duty_person (id) ON DELETE CASCADE,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  reason TEXT NOT NULL,
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX duty_leave_person ON duty_leave (person_id, first_day);

CREATE TABLE duty_period (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('security', 'holiday', 'ordinary')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  place TEXT NOT NULL,
  phone TEXT NOT NULL,
  fax TEXT NOT NULL,
  -- HH:MM by which each day's report is due; empty: none.
  report_due TEXT NOT NULL,
  -- To whom the office itself reports each day; empty: to nobody.
  report_to TEXT NOT NULL,
  note TEXT NOT NULL,
  CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX duty_period_days ON duty_period (first_day, last_day);

-- A shift lasts until the next one begins, the last one until the first of the next day.
CREATE TABLE duty_shift (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  period_id INTEGER NOT NULL REFERENCES duty_period (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  starts_at TEXT NOT NULL,
  leaders INTEGER NOT NULL,
  officers INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX duty_shift_start ON duty_shift (period_id, starts_at);

-- Units that report every day of a period.
CREATE TABLE duty_reporter (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  period_id INTEGER NOT NULL REFERENCES duty_period (id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organization (id)
) STRICT;
CREATE UNIQUE INDEX duty_reporter_once ON duty_reporter (period_id, organization_id);
CREATE INDEX duty_reporter_organization ON duty_reporter (organization_id);

CREATE TABLE duty_assignment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  shift_id INTEGER NOT NULL REFERENCES duty_shift (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('leader', 'officer')),
  -- Among those of the role on the shift, from 1 on.
  place INTEGER NOT NULL,
  person_id INTEGER NOT NULL REFERENCES duty_person (id),
  -- Stays when the roster is proposed again.
  pinned INTEGER NOT NULL CHECK (pinned IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX duty_assignment_cell ON duty_assignment (shift_id, day, role, place);
CREATE INDEX duty_assignment_day ON duty_assignment (day);
CREATE INDEX duty_assignment_person ON duty_assignment (person_id, day);

-- 换班: a cell changes hands; in turn a cell of the other may be taken.
CREATE TABLE duty_swap (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  shift_id INTEGER NOT NULL REFERENCES duty_shift (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('leader', 'officer')),
  place INTEGER NOT NULL,
  applicant_id INTEGER NOT NULL REFERENCES duty_person (id),
  taker_id INTEGER NOT NULL REFERENCES duty_person (id),
  -- What the applicant takes over in turn; null: nothing.
  back_shift_id INTEGER REFERENCES duty_shift (id) ON DELETE CASCADE,
  back_day TEXT,
  back_role TEXT,
  back_place INTEGER,
  reason TEXT NOT NULL,
  applied_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('applied', 'approved', 'refused', 'withdrawn')),
  decided_by TEXT NOT NULL,
  decided_on TEXT,
  decision_note TEXT NOT NULL
) STRICT;
CREATE INDEX duty_swap_shift ON duty_swap (shift_id, day);
CREATE INDEX duty_swap_back ON duty_swap (back_shift_id) WHERE back_shift_id IS NOT NULL;
CREATE INDEX duty_swap_applicant ON duty_swap (applicant_id);
CREATE INDEX duty_swap_taker ON duty_swap (taker_id);

-- 值班日志: matters, each on the shift on which it came in.
CREATE TABLE duty_entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  shift_id INTEGER NOT NULL REFERENCES duty_shift (id),
  day TEXT NOT NULL,
  -- HH:MM
  came_at TEXT NOT NULL,
  sender TEXT NOT NULL,
  matter TEXT NOT NULL CHECK (length(matter) > 0),
  recorded_by TEXT NOT NULL,
  -- Until then it is handed over from shift to shift.
  closed_on TEXT
) STRICT;
CREATE INDEX duty_entry_shift ON duty_entry (shift_id, day);
CREATE INDEX duty_entry_day ON duty_entry (day, came_at);
CREATE INDEX duty_entry_open ON duty_entry (day) WHERE closed_on IS NULL;

-- How a matter was handled, step by step.
CREATE TABLE duty_entry_step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  entry_id INTEGER NOT NULL REFERENCES duty_entry (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;
CREATE INDEX duty_entry_step_entry ON duty_entry_step (entry_id, day, at);

CREATE TABLE duty_handover (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  shift_id INTEGER NOT NULL REFERENCES duty_shift (id),
  day TEXT NOT NULL,
  handed_by TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  handed_at TEXT NOT NULL,
  weather TEXT NOT NULL,
  note TEXT NOT NULL,
  -- The matters that were open then, as a JSON list of their uids.
  open_entries TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX duty_handover_once ON duty_handover (shift_id, day);

-- Daily reports; organization_id is null for that of the office itself.
CREATE TABLE duty_report (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  period_id INTEGER NOT NULL REFERENCES duty_period (id),
  day TEXT NOT NULL,
  organization_id INTEGER REFERENCES organization (id),
  reported_at TEXT NOT NULL,
  -- 零报告
  nothing_to_report INTEGER NOT NULL CHECK (nothing_to_report IN (0, 1)),
  text TEXT NOT NULL,
  reporter TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX duty_report_once ON duty_report (period_id, day, ifnull(organization_id, 0));
CREATE INDEX duty_report_organization ON duty_report (organization_id) WHERE organization_id IS NOT NULL;

-- 联动单位通讯录
CREATE TABLE partner_unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  -- One of the office's words: 公安, 医疗.
  kind TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  duty_phone TEXT NOT NULL,
  contact TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  note TEXT NOT NULL,
  -- When phone and contact were last found right; null: never.
  confirmed_on TEXT
) STRICT;
CREATE UNIQUE INDEX partner_unit_name ON partner_unit (name);
