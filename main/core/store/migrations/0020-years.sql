-- Kinship of indicators over the versions of a scheme, and years that are made of other periods.

-- All versions of one indicator carry the family of the first; null: its own.
ALTER TABLE indicator ADD COLUMN family_uid TEXT;

-- What a year is made of: other periods and, where source_id is null, what is scored in the year itself.
CREATE TABLE year_part (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  period_id INTEGER NOT NULL REFERENCES assessment_period (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  source_id INTEGER REFERENCES assessment_period (id),
  -- 平时, 年终: parts of one name stand together.
  name TEXT NOT NULL CHECK (length(name) <= 20),
  -- Thousandths of a percent.
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 100000),
  CHECK (source_id <> period_id)
) STRICT;
CREATE UNIQUE INDEX year_part_once ON year_part (period_id, ifnull(source_id, 0));
CREATE INDEX year_part_source ON year_part (source_id);

-- How the parts become one, each with where it is written.
CREATE TABLE year_setting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  period_id INTEGER NOT NULL UNIQUE REFERENCES assessment_period (id) ON DELETE CASCADE,
  missing TEXT NOT NULL CHECK (missing IN ('open', 'rescale')),
  bonus TEXT NOT NULL CHECK (bonus IN ('weighted', 'apart', 'none')),
  veto TEXT NOT NULL CHECK (veto IN ('year', 'part')),
  source TEXT NOT NULL CHECK (length(source) <= 200)
) STRICT;

-- A final period changes by a visible reopening only. Stated here as well, because undo knows no feature.
CREATE TRIGGER final_year_part_insert BEFORE INSERT ON year_part
  WHEN (SELECT status FROM assessment_period WHERE id = NEW.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_year_part_update BEFORE UPDATE ON year_part
  WHEN (SELECT status FROM assessment_period WHERE id = OLD.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_year_part_delete BEFORE DELETE ON year_part
  WHEN (SELECT status FROM assessment_period WHERE id = OLD.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_year_setting_insert BEFORE INSERT ON year_setting
  WHEN (SELECT status FROM assessment_period WHERE id = NEW.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_year_setting_update BEFORE UPDATE ON year_setting
  WHEN (SELECT status FROM assessment_period WHERE id = OLD.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
CREATE TRIGGER final_year_setting_delete BEFORE DELETE ON year_setting
  WHEN (SELECT status FROM assessment_period WHERE id = OLD.period_id) = 'final' BEGIN
    SELECT RAISE(ABORT, 'the period is final');
  END;
-- What a final year was computed from stays as it was.
CREATE TRIGGER final_year_source BEFORE UPDATE ON assessment_period
  WHEN OLD.status = 'final' AND NEW.status = 'open' AND EXISTS (
    SELECT 1 FROM year_part JOIN assessment_period AS year ON year.id = year_part.period_id
    WHERE year_part.source_id = OLD.id AND year.status = 'final') BEGIN
    SELECT RAISE(ABORT, 'a final year was computed from the period');
  END;
