-- Special inspections: records of visits, and what was found.

-- Of a photo: the SHA-256 of a small JPEG of it, which is kept as the photo itself is.
ALTER TABLE attachment ADD COLUMN thumbnail TEXT CHECK (length(thumbnail) = 64);

-- Figures counted at each visit, in the order of the office's list.
CREATE TABLE visit_figure (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  unit TEXT NOT NULL CHECK (length(unit) BETWEEN 1 AND 10),
  -- What a new record proposes for it: nothing, 1, or the number of its findings.
  proposes TEXT NOT NULL CHECK (proposes IN ('nothing', 'one', 'findings')),
  position INTEGER NOT NULL
) STRICT;

INSERT INTO visit_figure (uid, name, unit, proposes, position) VALUES
  ('0198c000-0000-7000-8000-000000001401', '检查单位', '家', 'one', 1),
  ('0198c000-0000-7000-8000-000000001402', '发现隐患', '处', 'findings', 2),
  ('0198c000-0000-7000-8000-000000001403', '督促整改', '处', 'nothing', 3),
  ('0198c000-0000-7000-8000-000000001404', '下发责令改正通知书', '份', 'nothing', 4),
  ('0198c000-0000-7000-8000-000000001405', '临时查封', '家', 'nothing', 5),
  ('0198c000-0000-7000-8000-000000001406', '责令“三停”', '家', 'nothing', 6),
  ('0198c000-0000-7000-8000-000000001407', '罚款', '万元', 'nothing', 7),
  ('0198c000-0000-7000-8000-000000001408', '拘留', '人', 'nothing', 8);

-- The record of one target of a campaign; what the target is called, the campaign's own module knows.
CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  campaign_id INTEGER NOT NULL REFERENCES campaign (id),
  target_id INTEGER NOT NULL UNIQUE REFERENCES campaign_target (id),
  day TEXT NOT NULL,
  team TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX visit_campaign ON visit (campaign_id, day);

CREATE TABLE visit_inspector (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- Null: one who is not in the pool.
  inspector_id INTEGER REFERENCES inspector (id) ON DELETE SET NULL,
  -- As they were called at the visit.
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30)
) STRICT;
CREATE INDEX visit_inspector_visit ON visit_inspector (visit_id, position);
CREATE INDEX visit_inspector_inspector ON visit_inspector (inspector_id) WHERE inspector_id IS NOT NULL;

CREATE TABLE visit_value (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  figure_id INTEGER NOT NULL REFERENCES visit_figure (id),
  -- In ten-thousandths, so that 万元 are exact to the yuan.
  value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
CREATE UNIQUE INDEX visit_value_once ON visit_value (visit_id, figure_id);
CREATE INDEX visit_value_figure ON visit_value (figure_id);

-- An answer to a question; of a section only that it does not apply as a whole.
CREATE TABLE visit_answer (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  visit_id INTEGER NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
  -- Null: it has been taken out of its checklist since.
  item_id INTEGER REFERENCES checklist_item (id) ON DELETE SET NULL,
  -- As it was asked.
  text TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('pass', 'fail', 'notApplicable')),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX visit_answer_once ON visit_answer (visit_id, item_id);
CREATE INDEX visit_answer_item ON visit_answer (item_id) WHERE item_id IS NOT NULL;

-- What tasks do not know of a finding (问题隐患); it carries the uid of its task.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  task_id INTEGER NOT NULL UNIQUE REFERENCES task (id) ON DELETE CASCADE,
  campaign_id INTEGER REFERENCES campaign (id),
  visit_id INTEGER REFERENCES visit (id),
  -- The question that was answered 不符合.
  item_id INTEGER REFERENCES checklist_item (id) ON DELETE SET NULL,
  site_id INTEGER REFERENCES key_site (id) ON DELETE SET NULL,
  -- The township or unit that it was found at, where it is no site.
  organization_id INTEGER REFERENCES organization (id),
  county_id INTEGER REFERENCES organization (id),
  trade_id INTEGER REFERENCES site_trade (id) ON DELETE SET NULL,
  -- What the place was called then, and where in it.
  place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
  spot TEXT NOT NULL,
  what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 500),
  severity TEXT NOT NULL CHECK (severity IN ('ordinary', 'major')),
  -- Of a major one: the element of GB 35181 that it meets.
  element TEXT NOT NULL,
  article TEXT NOT NULL,
  demand TEXT NOT NULL,
  found_on TEXT NOT NULL,
  -- 五落实: 责任、措施、资金、时限、预案.
  responsible TEXT NOT NULL,
  measures TEXT NOT NULL,
  funds TEXT NOT NULL,
  time_limit TEXT NOT NULL,
  emergency_plan TEXT NOT NULL,
  listed_id INTEGER REFERENCES listed_supervision (id) ON DELETE SET NULL,
  -- Who found it put right; empty where whoever entered it did.
  closed_by TEXT NOT NULL,
  CHECK (severity = 'major' OR element = '')
) STRICT;
CREATE INDEX finding_campaign ON finding (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX finding_visit ON finding (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX finding_item ON finding (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX finding_site ON finding (site_id) WHERE site_id IS NOT NULL;
CREATE INDEX finding_organization ON finding (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX finding_county ON finding (county_id) WHERE county_id IS NOT NULL;
CREATE INDEX finding_trade ON finding (trade_id) WHERE trade_id IS NOT NULL;
CREATE INDEX finding_listed ON finding (listed_id) WHERE listed_id IS NOT NULL;

CREATE TABLE finding_reinspection (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  finding_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  inspectors TEXT NOT NULL,
  result TEXT NOT NULL CHECK (result IN ('passed', 'failed')),
  text TEXT NOT NULL,
  user_name TEXT NOT NULL
) STRICT;
CREATE INDEX finding_reinspection_finding ON finding_reinspection (finding_id, day);

-- What the list of findings is filtered and ordered by, of finding and task together, so that one index answers each of
-- its questions. Rebuilt from them at any time; kept in step by triggers, because undo knows no feature.
CREATE TABLE finding_list (
  task_id INTEGER PRIMARY KEY,
  -- 0: none.
  campaign INTEGER NOT NULL,
  county INTEGER NOT NULL,
  trade INTEGER NOT NULL,
  major INTEGER NOT NULL,
  -- 0 owed, 1 reported and not yet closed, 2 closed, 3 given up.
  stage INTEGER NOT NULL,
  due TEXT NOT NULL,
  found TEXT NOT NULL
) STRICT;
CREATE INDEX finding_list_due ON finding_list (stage, due, task_id, campaign, county, trade, major);
CREATE INDEX finding_list_found ON finding_list (stage, found, task_id, due, campaign, county, trade, major);
CREATE INDEX finding_list_campaign_due ON finding_list (campaign, stage, due, task_id, county, trade, major);
CREATE INDEX finding_list_campaign_found ON finding_list (campaign, stage, found, task_id, due, county, trade, major);
CREATE INDEX finding_list_county_due ON finding_list (county, stage, due, task_id, campaign, trade, major);
CREATE INDEX finding_list_county_found ON finding_list (county, stage, found, task_id, due, campaign, trade, major);
CREATE INDEX finding_list_trade_due ON finding_list (trade, stage, due, task_id, campaign, county, major);
CREATE INDEX finding_list_trade_found ON finding_list (trade, stage, found, task_id, due, campaign, county, major);
-- Major ones are few and asked for first.
CREATE INDEX finding_list_major_due ON finding_list (stage, due, task_id, campaign, county, trade) WHERE major = 1;
CREATE INDEX finding_list_major_found ON finding_list (stage, found, task_id, due, campaign, county, trade)
  WHERE major = 1;

CREATE VIEW finding_as_listed AS
  SELECT task.id AS task_id, ifnull(finding.campaign_id, 0) AS campaign, ifnull(finding.county_id, 0) AS county,
    ifnull(finding.trade_id, 0) AS trade, finding.severity = 'major' AS major,
    CASE task.status WHEN 'reported' THEN 1 WHEN 'accepted' THEN 1 WHEN 'closed' THEN 2 WHEN 'cancelled' THEN 3
      ELSE 0 END AS stage,
    ifnull(task.due_on, '9999-12-31') AS due, finding.found_on AS found
  FROM finding JOIN task ON task.id = finding.task_id;

-- An undo may bring either of the two back first.
CREATE TRIGGER finding_list_insert AFTER INSERT ON finding BEGIN
  DELETE FROM finding_list WHERE task_id = NEW.task_id;
  INSERT INTO finding_list SELECT * FROM finding_as_listed WHERE task_id = NEW.task_id;
END;
CREATE TRIGGER finding_list_task AFTER INSERT ON task BEGIN
  DELETE FROM finding_list WHERE task_id = NEW.id;
  INSERT INTO finding_list SELECT * FROM finding_as_listed WHERE task_id = NEW.id;
END;
CREATE TRIGGER finding_list_update AFTER UPDATE ON finding BEGIN
  DELETE FROM finding_list WHERE task_id = NEW.task_id;
  INSERT INTO finding_list SELECT * FROM finding_as_listed WHERE task_id = NEW.task_id;
END;
CREATE TRIGGER finding_list_step AFTER UPDATE OF status, due_on ON task BEGIN
  DELETE FROM finding_list WHERE task_id = NEW.id;
  INSERT INTO finding_list SELECT * FROM finding_as_listed WHERE task_id = NEW.id;
END;
CREATE TRIGGER finding_list_delete AFTER DELETE ON finding BEGIN
  DELETE FROM finding_list WHERE task_id = OLD.task_id;
END;
