-- Supervised tasks, plans and their history.

-- One list of everything that somebody owes: resolutions, instructions, tasks of plans, findings.
CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('resolution', 'instruction', 'planTask', 'finding', 'other')),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  content TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('planned', 'assigned', 'received', 'inProgress', 'returned',
    'reported', 'accepted', 'closed', 'cancelled')),
  assigned_on TEXT NOT NULL,
  -- When the work begins, for plans; null: when it is assigned.
  start_on TEXT,
  -- Null: without a date (长期坚持).
  due_on TEXT,
  -- As it was given out; an extension changes due_on only.
  first_due_on TEXT,
  feedback_cycle TEXT NOT NULL CHECK (feedback_cycle IN ('none', 'weekly', 'monthly', 'quarterly', 'halfYearly')),
  feedback_day INTEGER NOT NULL,
  next_feedback_on TEXT,
  -- What the steps add up to, kept beside them for the list.
  pressed_count INTEGER NOT NULL,
  last_pressed_on TEXT,
  extended_count INTEGER NOT NULL,
  reported_on TEXT,
  closed_on TEXT,
  -- What it comes from: minutes, paper, plan, text …; the text is what the ledger prints.
  source_kind TEXT NOT NULL,
  source_uid TEXT,
  source_text TEXT NOT NULL,
  -- The clerk who keeps an eye on it.
  keeper_uid TEXT,
  -- Title, pinyin initials, source and content as task_search wants them: each character on its own.
  search_text TEXT NOT NULL,
  CHECK (due_on IS NULL OR due_on >= assigned_on)
) STRICT;
-- One for each order of the list, holding what its filters look at; the rows themselves are then read for one page.
CREATE INDEX task_due ON task (ifnull(due_on, '9999-12-31'), id, status, kind, due_on, next_feedback_on);
CREATE INDEX task_assigned ON task (assigned_on, id, status, kind, due_on, next_feedback_on);
CREATE INDEX task_pressed ON task (pressed_count, id, status, kind, due_on, next_feedback_on);
-- What is still open is counted by its states and days.
CREATE INDEX task_open ON task (status, due_on, next_feedback_on, kind) WHERE status NOT IN ('closed', 'cancelled');
CREATE INDEX task_keeper ON task (keeper_uid) WHERE keeper_uid IS NOT NULL;
CREATE INDEX task_source ON task (source_uid) WHERE source_uid IS NOT NULL;

-- Rebuilt from task.search_text at any time; kept in step by triggers, because undo knows no feature.
CREATE VIRTUAL TABLE task_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER task_search_insert AFTER INSERT ON task BEGIN
  INSERT INTO task_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER task_search_update AFTER UPDATE OF search_text ON task
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE task_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER task_search_delete AFTER DELETE ON task BEGIN
  DELETE FROM task_search WHERE rowid = OLD.id;
END;

CREATE TABLE task_unit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  role TEXT NOT NULL CHECK (role IN ('lead', 'supporting')),
  position INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX task_unit_once ON task_unit (task_id, organization_id);
CREATE INDEX task_unit_organization ON task_unit (organization_id, task_id);

-- Each step of a task's way, with its day and by whom; entered steps stay as they were.
CREATE TABLE task_event (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  task_id INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'assign', 'receive', 'feedback', 'press', 'extend', 'report',
    'accept', 'return', 'close', 'cancel', 'reopen', 'correct', 'handOver')),
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  user_name TEXT NOT NULL,
  text TEXT NOT NULL,
  -- Of an extension or a corrected date.
  old_due_on TEXT,
  new_due_on TEXT,
  -- The unit that gave feedback or was pressed, where one of several is meant.
  organization_id INTEGER REFERENCES organization (id),
  -- The paper by which it was done, such as a notice.
  source_kind TEXT NOT NULL,
  source_uid TEXT
) STRICT;
CREATE INDEX task_event_task ON task_event (task_id, day, id);
CREATE INDEX task_event_source ON task_event (source_uid) WHERE source_uid IS NOT NULL;
CREATE INDEX task_event_organization ON task_event (organization_id) WHERE organization_id IS NOT NULL;

-- Implementation plans (实施方案): a tree of headings and tasks.
CREATE TABLE task_plan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 100),
  document_number TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;

CREATE TABLE task_plan_node (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  plan_id INTEGER NOT NULL REFERENCES task_plan (id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES task_plan_node (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- Either a heading or a task.
  heading TEXT CHECK (length(heading) BETWEEN 1 AND 200),
  task_id INTEGER UNIQUE REFERENCES task (id) ON DELETE CASCADE,
  CHECK ((heading IS NULL) <> (task_id IS NULL))
) STRICT;
CREATE INDEX task_plan_node_plan ON task_plan_node (plan_id, parent_id, position);
CREATE INDEX task_plan_node_parent ON task_plan_node (parent_id) WHERE parent_id IS NOT NULL;
