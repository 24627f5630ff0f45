-- Objections (申诉) of objects to their scores, and evidence (佐证材料) that is handed in for an item.

CREATE TABLE objection (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  object_id INTEGER NOT NULL REFERENCES assessment_object (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'accepted', 'refused')),
  raised_at INTEGER NOT NULL,
  raised_by TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at INTEGER,
  answered_by TEXT,
  CHECK ((outcome = 'open') = (answer = '')),
  CHECK ((outcome = 'open') = (answered_at IS NULL)),
  CHECK ((answered_at IS NULL) = (answered_by IS NULL))
) STRICT;
-- One after another: what was answered may be objected to again.
CREATE UNIQUE INDEX objection_open ON objection (object_id, indicator_id) WHERE outcome = 'open';
CREATE INDEX objection_object ON objection (object_id);
CREATE INDEX objection_indicator ON objection (indicator_id);

-- An item that has evidence: the files are its attachments.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  object_id INTEGER NOT NULL REFERENCES assessment_object (id) ON DELETE CASCADE,
  indicator_id INTEGER NOT NULL REFERENCES indicator (id)
) STRICT;
CREATE UNIQUE INDEX evidence_cell ON evidence (object_id, indicator_id);
CREATE INDEX evidence_indicator ON evidence (indicator_id);

-- A final period changes by a visible reopening only. Stated here as well, because undo knows no feature.
CREATE TRIGGER final_objection_insert BEFORE INSERT ON objection
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = NEW.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_objection_update BEFORE UPDATE ON objection
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_objection_delete BEFORE DELETE ON objection
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_evidence_insert BEFORE INSERT ON evidence
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = NEW.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_evidence_delete BEFORE DELETE ON evidence
  WHEN EXISTS (SELECT 1 FROM final_object WHERE id = OLD.object_id) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE VIEW final_score_file AS
  SELECT 'scoreEvidence' AS subject_kind, evidence.uid AS subject_uid FROM evidence
  WHERE object_id IN (SELECT id FROM final_object)
  UNION ALL
  SELECT 'objection', objection.uid FROM objection WHERE object_id IN (SELECT id FROM final_object);
CREATE TRIGGER final_score_file_insert BEFORE INSERT ON attachment
  WHEN NEW.subject_kind IN ('scoreEvidence', 'objection') AND EXISTS (SELECT 1 FROM final_score_file
    WHERE subject_kind = NEW.subject_kind AND subject_uid = NEW.subject_uid) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_score_file_update BEFORE UPDATE ON attachment
  WHEN OLD.subject_kind IN ('scoreEvidence', 'objection') AND EXISTS (SELECT 1 FROM final_score_file
    WHERE subject_kind = OLD.subject_kind AND subject_uid = OLD.subject_uid) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_score_file_delete BEFORE DELETE ON attachment
  WHEN OLD.subject_kind IN ('scoreEvidence', 'objection') AND EXISTS (SELECT 1 FROM final_score_file
    WHERE subject_kind = OLD.subject_kind AND subject_uid = OLD.subject_uid) BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
