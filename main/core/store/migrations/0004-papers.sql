-- Official papers, their numbers, templates, register and slips.

-- Series of document numbers; the format holds {地}, {年} and {号}: {地}消安办〔{年}〕{号}号, 第{号}期.
CREATE TABLE number_series (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 30),
  format TEXT NOT NULL CHECK (length(format) BETWEEN 1 AND 40),
  -- Whether the serial begins at 1 each year or goes on for ever.
  restart TEXT NOT NULL CHECK (restart IN ('yearly', 'never')),
  position INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

-- Kinds of paper (文种) with what a new one begins with.
CREATE TABLE paper_kind (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 20),
  layout TEXT NOT NULL CHECK (layout IN ('standard', 'letter', 'minutes', 'form')),
  -- In whose name it is issued: the office (消安办) or the committee (消安委).
  issuer TEXT NOT NULL CHECK (issuer IN ('office', 'committee')),
  series_id INTEGER NOT NULL REFERENCES number_series (id),
  needs_addressee INTEGER NOT NULL CHECK (needs_addressee IN (0, 1)),
  position INTEGER NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX paper_kind_series ON paper_kind (series_id);

-- Versions of templates that the office wrote; those that come with the program are version 0 and lie in resources.
CREATE TABLE paper_template (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  template_key TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  kind_id INTEGER NOT NULL REFERENCES paper_kind (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  source TEXT NOT NULL DEFAULT '',
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_template_version ON paper_template (template_key, version);
CREATE INDEX paper_template_kind ON paper_template (kind_id);

CREATE TABLE paper (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  kind_id INTEGER NOT NULL REFERENCES paper_kind (id),
  -- own: made here; earlier: issued before the program, entered for its number.
  origin TEXT NOT NULL CHECK (origin IN ('own', 'earlier')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'review', 'signing', 'signed', 'issued', 'void')),
  title TEXT NOT NULL,
  addressee TEXT NOT NULL,
  -- As printed; empty until it is taken.
  number_text TEXT NOT NULL DEFAULT '',
  -- Title, pinyin initials, number and addressee as paper_search wants them: each character on its own.
  search_text TEXT NOT NULL,
  series_id INTEGER NOT NULL REFERENCES number_series (id),
  -- What it was made for: a meeting, a task, a roster change.
  subject_kind TEXT,
  subject_uid TEXT,
  template_key TEXT NOT NULL DEFAULT '',
  template_version INTEGER NOT NULL DEFAULT 0,
  -- Copies to print (份数) and who gets them (印发范围), for the 发文稿纸.
  copies INTEGER NOT NULL DEFAULT 0 CHECK (copies >= 0),
  scope TEXT NOT NULL DEFAULT '',
  drafted_by TEXT NOT NULL,
  drafter_uid TEXT,
  -- For whom it waits; NULL: for anybody who may do the next step.
  holder_uid TEXT,
  holder_name TEXT NOT NULL DEFAULT '',
  signed_on TEXT,
  signed_by TEXT NOT NULL DEFAULT '',
  issued_on TEXT,
  -- SHA-256 over the content as it was issued; from then on the content stays.
  fingerprint TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  CHECK ((subject_kind IS NULL) = (subject_uid IS NULL)),
  CHECK (status <> 'issued' OR (issued_on IS NOT NULL AND number_text <> ''))
) STRICT;
CREATE INDEX paper_status ON paper (status);
-- 发文登记簿: everything that has a number, spoiled ones too.
CREATE INDEX paper_register ON paper (ifnull(issued_on, signed_on), id) WHERE number_text <> '';
CREATE INDEX paper_subject ON paper (subject_kind, subject_uid) WHERE subject_uid IS NOT NULL;
CREATE INDEX paper_number_text ON paper (number_text) WHERE number_text <> '';
CREATE INDEX paper_of_kind ON paper (kind_id);
CREATE INDEX paper_series ON paper (series_id);

-- Rebuilt from paper.search_text at any time; kept in step by triggers, because undo knows no feature.
CREATE VIRTUAL TABLE paper_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER paper_search_insert AFTER INSERT ON paper BEGIN
  INSERT INTO paper_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER paper_search_update AFTER UPDATE OF search_text ON paper
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE paper_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER paper_search_delete AFTER DELETE ON paper BEGIN
  DELETE FROM paper_search WHERE rowid = OLD.id;
END;

-- Apart from the paper itself, so that lists and steps do not carry it along.
CREATE TABLE paper_content (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  paper_id INTEGER NOT NULL UNIQUE REFERENCES paper (id) ON DELETE CASCADE,
  content TEXT NOT NULL
) STRICT;

-- Every number ever taken. A spoiled one stays, as 作废 with its reason.
CREATE TABLE paper_number (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  series_id INTEGER NOT NULL REFERENCES number_series (id),
  -- 0 in a series that never begins anew.
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL CHECK (serial > 0),
  text TEXT NOT NULL,
  paper_id INTEGER NOT NULL UNIQUE REFERENCES paper (id),
  -- signed: taken at signing; entered: of a paper issued before the program.
  source TEXT NOT NULL CHECK (source IN ('signed', 'entered')),
  status TEXT NOT NULL CHECK (status IN ('used', 'void')),
  reason TEXT NOT NULL DEFAULT '',
  taken_at INTEGER NOT NULL,
  taken_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX paper_number_once ON paper_number (series_id, year, serial);

-- Who did what with a paper and when: 拟稿, 核稿, 签发, 印发, 退回, 作废.
CREATE TABLE paper_step (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'submit', 'approve', 'return', 'sign', 'issue', 'void')),
  from_status TEXT,
  to_status TEXT NOT NULL,
  at INTEGER NOT NULL,
  user_uid TEXT,
  user_name TEXT NOT NULL,
  -- Whose step it is where the clerk enters it for somebody else: the leader who signed on paper.
  person TEXT NOT NULL DEFAULT '',
  opinion TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX paper_step_paper ON paper_step (paper_id);

-- Units asked to co-sign (会签).
CREATE TABLE paper_cosigner (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  paper_id INTEGER NOT NULL REFERENCES paper (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  unit TEXT NOT NULL CHECK (length(unit) BETWEEN 1 AND 60),
  sent_on TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '',
  answered_on TEXT,
  answer TEXT CHECK (answer IN ('agreed', 'changes', 'refused')),
  opinion TEXT NOT NULL DEFAULT '',
  CHECK ((answered_on IS NULL) = (answer IS NULL))
) STRICT;
CREATE INDEX paper_cosigner_paper ON paper_cosigner (paper_id, position);

-- Received papers (收文) and what became of them: 拟办, 批示, 传阅, 办理结果.
CREATE TABLE received_paper (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  -- 收文编号: the serial of its year.
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL CHECK (serial > 0),
  sender TEXT NOT NULL CHECK (length(sender) BETWEEN 1 AND 60),
  their_number TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  received_on TEXT NOT NULL,
  due_on TEXT,
  urgency TEXT NOT NULL DEFAULT '',
  secrecy TEXT NOT NULL DEFAULT '',
  copies INTEGER NOT NULL CHECK (copies >= 1),
  note TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status IN ('open', 'done')),
  done_on TEXT,
  search_text TEXT NOT NULL,
  registered_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((status = 'done') = (done_on IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX received_paper_serial ON received_paper (year, serial);
CREATE INDEX received_paper_day ON received_paper (received_on, id);
CREATE INDEX received_paper_due ON received_paper (due_on) WHERE due_on IS NOT NULL;
CREATE INDEX received_paper_open ON received_paper (received_on, id) WHERE status = 'open';

-- As paper_search is.
CREATE VIRTUAL TABLE received_search USING fts5 (body, content = '', contentless_delete = 1, tokenize = 'unicode61');
CREATE TRIGGER received_search_insert AFTER INSERT ON received_paper BEGIN
  INSERT INTO received_search (rowid, body) VALUES (NEW.id, NEW.search_text);
END;
CREATE TRIGGER received_search_update AFTER UPDATE OF search_text ON received_paper
  WHEN OLD.search_text IS NOT NEW.search_text BEGIN
    UPDATE received_search SET body = NEW.search_text WHERE rowid = NEW.id;
  END;
CREATE TRIGGER received_search_delete AFTER DELETE ON received_paper BEGIN
  DELETE FROM received_search WHERE rowid = OLD.id;
END;

CREATE TABLE received_entry (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  received_id INTEGER NOT NULL REFERENCES received_paper (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('proposal', 'instruction', 'circulation', 'result')),
  position INTEGER NOT NULL,
  person TEXT NOT NULL DEFAULT '',
  -- Of a circulation: when it was handed to the person; else when it was said.
  day TEXT NOT NULL,
  -- Of a circulation: when the person had read it.
  read_on TEXT,
  text TEXT NOT NULL DEFAULT '',
  CHECK (read_on IS NULL OR (kind = 'circulation' AND read_on >= day))
) STRICT;
CREATE INDEX received_entry_paper ON received_entry (received_id, kind, position);

-- An issued paper stays as it was printed, and a taken number is never given up. Stated here as well, because undo
-- knows no feature.
CREATE TRIGGER paper_issued_update BEFORE UPDATE ON paper
  WHEN OLD.fingerprint IS NOT NULL AND (
    NEW.status NOT IN ('issued', 'void') OR (OLD.status = 'void' AND NEW.status <> 'void')
    OR NEW.fingerprint IS NOT OLD.fingerprint OR NEW.title <> OLD.title OR NEW.addressee <> OLD.addressee
    OR NEW.number_text <> OLD.number_text OR NEW.kind_id <> OLD.kind_id OR NEW.issued_on IS NOT OLD.issued_on
    OR NEW.signed_on IS NOT OLD.signed_on OR NEW.signed_by <> OLD.signed_by) BEGIN
    SELECT RAISE(ABORT, 'the paper is issued');
  END;
CREATE TRIGGER paper_issued_delete BEFORE DELETE ON paper
  WHEN OLD.fingerprint IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'the paper is issued');
  END;
CREATE TRIGGER paper_content_issued_update BEFORE UPDATE ON paper_content
  WHEN (SELECT fingerprint FROM paper WHERE id = OLD.paper_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'the paper is issued');
  END;
CREATE TRIGGER paper_content_issued_delete BEFORE DELETE ON paper_content
  WHEN (SELECT fingerprint FROM paper WHERE id = OLD.paper_id) IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'the paper is issued');
  END;
CREATE TRIGGER paper_number_kept_update BEFORE UPDATE ON paper_number
  WHEN OLD.source = 'signed' AND (
    NEW.series_id <> OLD.series_id OR NEW.year <> OLD.year OR NEW.serial <> OLD.serial OR NEW.text <> OLD.text
    OR NEW.paper_id <> OLD.paper_id OR (OLD.status = 'void' AND NEW.status <> 'void')) BEGIN
    SELECT RAISE(ABORT, 'the number is taken');
  END;
CREATE TRIGGER paper_number_kept_delete BEFORE DELETE ON paper_number
  WHEN OLD.source = 'signed' BEGIN
    SELECT RAISE(ABORT, 'the number is taken');
  END;

-- What every office begins with; all of it can be edited in the program.
INSERT INTO number_series (id, uid, name, format, restart, position, active) VALUES
  (1, '01990000-0000-7000-8000-0000000000a1', '消安办文件', '{地}消安办〔{年}〕{号}号', 'yearly', 1, 1),
  (2, '01990000-0000-7000-8000-0000000000a2', '消安办函', '{地}消安办函〔{年}〕{号}号', 'yearly', 2, 1),
  (3, '01990000-0000-7000-8000-0000000000a3', '消安委文件', '{地}消安委〔{年}〕{号}号', 'yearly', 3, 1),
  (4, '01990000-0000-7000-8000-0000000000a4', '消安委督办', '{地}消安委督〔{年}〕{号}号', 'yearly', 4, 1),
  (5, '01990000-0000-7000-8000-0000000000a5', '会议纪要', '第{号}期', 'yearly', 5, 1),
  (6, '01990000-0000-7000-8000-0000000000a6', '工作简报', '第{号}期', 'yearly', 6, 1);

INSERT INTO paper_kind (id, uid, code, name, layout, issuer, series_id, needs_addressee, position, active) VALUES
  (1, '01990000-0000-7000-8000-0000000000b1', 'notice', '通知', 'standard', 'office', 1, 1, 1, 1),
  (2, '01990000-0000-7000-8000-0000000000b2', 'letter', '函', 'letter', 'office', 2, 1, 2, 1),
  (3, '01990000-0000-7000-8000-0000000000b3', 'circular', '通报', 'standard', 'office', 1, 1, 3, 1),
  (4, '01990000-0000-7000-8000-0000000000b4', 'report', '报告', 'standard', 'office', 1, 1, 4, 1),
  (5, '01990000-0000-7000-8000-0000000000b5', 'request', '请示', 'standard', 'office', 1, 1, 5, 1),
  (6, '01990000-0000-7000-8000-0000000000b6', 'minutes', '纪要', 'minutes', 'office', 5, 0, 6, 1),
  (7, '01990000-0000-7000-8000-0000000000b7', 'meetingNotice', '会议通知', 'standard', 'office', 1, 1, 7, 1),
  (8, '01990000-0000-7000-8000-0000000000b8', 'order', '督办通知书', 'standard', 'office', 1, 1, 8, 1),
  (9, '01990000-0000-7000-8000-0000000000b9', 'supervisionLetter', '督办函', 'letter', 'office', 2, 1, 9, 1),
  (10, '01990000-0000-7000-8000-0000000000ba', 'reminder', '提示函', 'letter', 'office', 2, 1, 10, 1),
  (11, '01990000-0000-7000-8000-0000000000bb', 'summons', '约谈通知书', 'standard', 'office', 1, 1, 11, 1),
  (12, '01990000-0000-7000-8000-0000000000bc', 'listing', '挂牌督办通知', 'standard', 'committee', 4, 1, 12, 1),
  (13, '01990000-0000-7000-8000-0000000000bd', 'delisting', '摘牌通知', 'standard', 'committee', 4, 1, 13, 1),
  (14, '01990000-0000-7000-8000-0000000000be', 'rosterChange', '调整通知', 'standard', 'committee', 3, 1, 14, 1),
  (15, '01990000-0000-7000-8000-0000000000bf', 'briefing', '工作简报', 'minutes', 'office', 6, 0, 15, 1);
