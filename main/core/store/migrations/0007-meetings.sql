-- Meetings of committees and offices: series with their rhythm, single meetings, agenda, who is called, who came.
CREATE TABLE meeting_series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  kind TEXT NOT NULL CHECK (kind IN ('plenary', 'thematic', 'liaison', 'office')),
  -- The committee whose roster is called; NULL: people are called by hand.
  committee_uid TEXT,
  -- Every so many months; NULL: as needed.
  every_months INTEGER CHECK (every_months BETWEEN 1 AND 24),
  -- Notice at least so many days before.
  notice_days INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 60),
  place TEXT NOT NULL DEFAULT '',
  chair TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX meeting_series_name ON meeting_series (name);

CREATE TABLE meeting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  series_id INTEGER NOT NULL REFERENCES meeting_series (id),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  day TEXT NOT NULL,
  -- HH:MM, or empty.
  start_time TEXT NOT NULL DEFAULT '',
  place TEXT NOT NULL DEFAULT '',
  chair TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
  cancel_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX meeting_day ON meeting (day);
CREATE INDEX meeting_of_series ON meeting (series_id, day);

CREATE TABLE agenda_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  reporter TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);

-- One person who is called: unit and post as they were when called, the reply, and whether they came.
CREATE TABLE meeting_attendee (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- The person of the roster; NULL for a guest entered by hand.
  person_uid TEXT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  unit TEXT NOT NULL DEFAULT '',
  post TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN ('member', 'observer')),
  reply TEXT NOT NULL CHECK (reply IN ('none', 'coming', 'leave', 'substitute')),
  -- Why leave was asked.
  reason TEXT NOT NULL DEFAULT '',
  substitute_name TEXT NOT NULL DEFAULT '',
  substitute_post TEXT NOT NULL DEFAULT '',
  attendance TEXT NOT NULL CHECK (attendance IN ('unknown', 'present', 'substituted', 'excused', 'absent')),
  CHECK (reply <> 'substitute' OR substitute_name <> '')
) STRICT;
CREATE INDEX meeting_attendee_meeting ON meeting_attendee (meeting_id, position);
CREATE INDEX meeting_attendee_person ON meeting_attendee (person_uid) WHERE person_uid IS NOT NULL;
