-- Export forms (导出格式): how a period's workbook looks, several side by side for each kind of period.

CREATE TABLE export_form (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  period_kind TEXT NOT NULL CHECK (period_kind IN ('quarter', 'halfYear', 'year', 'spotCheck')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  -- The form as JSON.
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- When it was taken in place of another one; the latest is offered first. 0: never.
  chosen_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX export_form_name ON export_form (period_kind, name);
