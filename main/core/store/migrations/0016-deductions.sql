-- Deductions (拟扣分) proposed of a finding or an overdue task: from whom, on which indicator, how much and why.

CREATE TABLE deduction (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  task_id INTEGER NOT NULL REFERENCES task (id),
  object_id INTEGER NOT NULL REFERENCES assessment_object (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  -- Thousandths of a point: as proposed, and what the score lost by it, which may be less where little was left.
  points INTEGER NOT NULL CHECK (points > 0),
  taken INTEGER CHECK (taken >= 0),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused')),
  proposed_at INTEGER NOT NULL,
  proposed_by TEXT NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  refusal TEXT NOT NULL,
  CHECK ((state = 'waiting') = (decided_at IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CHECK ((state = 'accepted') = (taken IS NOT NULL)),
  CHECK ((state = 'refused') = (refusal <> ''))
) STRICT;
-- What was refused may be proposed again, with better grounds.
CREATE UNIQUE INDEX deduction_once ON deduction (task_id, object_id, indicator_id) WHERE state <> 'refused';
CREATE INDEX deduction_task ON deduction (task_id);
CREATE INDEX deduction_object ON deduction (object_id, indicator_id);
CREATE INDEX deduction_indicator ON deduction (indicator_id);

-- A final period changes by a visible reopening only. Stated here as well, because undo knows no feature.
CREATE TRIGGER final_deduction_insert BEFORE INSERT ON deduction
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = NEW.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_deduction_update BEFORE UPDATE ON deduction
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_deduction_delete BEFORE DELETE ON deduction
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
