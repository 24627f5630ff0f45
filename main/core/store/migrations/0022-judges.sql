-- Judges (评委) of a group, and what each of them gave.

CREATE TABLE judge (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  group_id INTEGER NOT NULL REFERENCES assessment_group (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  -- Null: somebody on the spot who does not use the program.
  user_id INTEGER REFERENCES app_user (id),
  -- JSON list of uids of the objects that the judge does not score (回避).
  recusals TEXT NOT NULL
) STRICT;
CREATE INDEX judge_group ON judge (group_id, position);
CREATE UNIQUE INDEX judge_user ON judge (group_id, user_id) WHERE user_id IS NOT NULL;
CREATE INDEX judge_user_id ON judge (user_id) WHERE user_id IS NOT NULL;

-- All judges of one cell, with who was to score it and in which way the mean is made: what it comes to is the checked
-- score. In one row, so that no score can be taken back from under a mean.
CREATE TABLE judged_cell (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  object_id INTEGER NOT NULL REFERENCES assessment_object (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  said TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX judged_cell_once ON judged_cell (object_id, indicator_id);
CREATE INDEX judged_cell_indicator ON judged_cell (indicator_id);

-- A final period changes by a visible reopening only. Stated here as well, because undo knows no feature.
CREATE TRIGGER final_judge_insert BEFORE INSERT ON judge
  WHEN EXISTS (SELECT 1 FROM final_group WHERE id = NEW.group_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_judge_update BEFORE UPDATE ON judge
  WHEN EXISTS (SELECT 1 FROM final_group WHERE id = OLD.group_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_judge_delete BEFORE DELETE ON judge
  WHEN EXISTS (SELECT 1 FROM final_group WHERE id = OLD.group_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_judged_cell_insert BEFORE INSERT ON judged_cell
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = NEW.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_judged_cell_update BEFORE UPDATE ON judged_cell
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_judged_cell_delete BEFORE DELETE ON judged_cell
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
