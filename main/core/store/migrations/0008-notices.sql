-- Supervision notices: one for each unit, made as a paper, sent, answered, pressed; hazards under listed supervision.

-- A hazard, unit or area under listed supervision (挂牌督办), until it is taken off the list (摘牌).
CREATE TABLE listed_supervision (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  kind TEXT NOT NULL CHECK (kind IN ('unit', 'area')),
  level TEXT NOT NULL CHECK (level IN ('province', 'city', 'county')),
  -- The county, township or member unit that answers for it.
  organization_id INTEGER REFERENCES organization (id),
  address TEXT NOT NULL DEFAULT '',
  hazards TEXT NOT NULL DEFAULT '',
  -- 责任人, 包案领导 and 督办单位.
  responsible_person TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  leader TEXT NOT NULL DEFAULT '',
  supervising_unit TEXT NOT NULL DEFAULT '',
  -- 五落实: measures, money, plan for emergencies.
  measures TEXT NOT NULL DEFAULT '',
  listed_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- As it was given out; an extension changes due_on only.
  first_due_on TEXT NOT NULL,
  board_due_on TEXT,
  board_hung_on TEXT,
  accepted_on TEXT,
  accepted_by TEXT NOT NULL DEFAULT '',
  acceptance TEXT NOT NULL DEFAULT '',
  delisted_on TEXT,
  CHECK (due_on >= listed_on),
  CHECK (board_hung_on IS NULL OR board_hung_on >= listed_on),
  CHECK (accepted_on IS NULL OR accepted_on >= listed_on),
  CHECK (delisted_on IS NULL OR (accepted_on IS NOT NULL AND delisted_on >= accepted_on))
) STRICT;
CREATE INDEX listed_supervision_organization ON listed_supervision (organization_id);
CREATE INDEX listed_supervision_open ON listed_supervision (due_on) WHERE delisted_on IS NULL;

-- Monthly progress and extensions, as they were reported.
CREATE TABLE listed_progress (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  listed_id INTEGER NOT NULL REFERENCES listed_supervision (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('progress', 'extension')),
  day TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  old_due_on TEXT,
  new_due_on TEXT,
  user_name TEXT NOT NULL,
  CHECK ((kind = 'extension') = (new_due_on IS NOT NULL))
) STRICT;
CREATE INDEX listed_progress_listed ON listed_progress (listed_id, day);

CREATE TABLE notice (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('order', 'letter', 'reminder', 'summons', 'circular', 'listing', 'delisting')),
  paper_id INTEGER NOT NULL UNIQUE REFERENCES paper (id) ON DELETE CASCADE,
  -- To whom; NULL with a unit that is no organization of this office, or a circular to all.
  organization_id INTEGER REFERENCES organization (id),
  unit TEXT NOT NULL CHECK (length(unit) BETWEEN 1 AND 2000),
  -- Papers made in one go are printed and numbered in one go.
  batch_uid TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- The notice that was not answered and made this one necessary.
  previous_id INTEGER REFERENCES notice (id),
  listed_id INTEGER REFERENCES listed_supervision (id),
  -- NULL: no reply is asked for.
  reply_due_on TEXT,
  sent_on TEXT,
  channel TEXT NOT NULL DEFAULT '',
  received_on TEXT,
  received_by TEXT NOT NULL DEFAULT '',
  created_on TEXT NOT NULL,
  -- 1: settled before the program; what the unit had replied is perhaps not known.
  settled INTEGER NOT NULL DEFAULT 0 CHECK (settled IN (0, 1)),
  CHECK (received_on IS NULL OR (sent_on IS NOT NULL AND received_on >= sent_on))
) STRICT;
CREATE INDEX notice_batch ON notice (batch_uid, position);
CREATE INDEX notice_organization ON notice (organization_id);
CREATE INDEX notice_previous ON notice (previous_id) WHERE previous_id IS NOT NULL;
CREATE INDEX notice_listed ON notice (listed_id) WHERE listed_id IS NOT NULL;
CREATE INDEX notice_reply_due ON notice (reply_due_on) WHERE reply_due_on IS NOT NULL;

CREATE TABLE notice_task (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  notice_id INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  task_id INTEGER NOT NULL REFERENCES task (id),
  position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX notice_task_once ON notice_task (notice_id, task_id);
CREATE INDEX notice_task_task ON notice_task (task_id);

-- A reply (回执, 反馈) and what the office thinks of it.
CREATE TABLE notice_reply (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  notice_id INTEGER NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '',
  -- Empty of an earlier one, of which the day alone is known.
  text TEXT NOT NULL CHECK (length(text) <= 4000),
  verdict TEXT NOT NULL CHECK (verdict IN ('pending', 'accepted', 'insufficient')),
  judged_on TEXT,
  judgement TEXT NOT NULL DEFAULT '',
  CHECK ((verdict = 'pending') = (judged_on IS NULL))
) STRICT;
CREATE INDEX notice_reply_notice ON notice_reply (notice_id, day);
