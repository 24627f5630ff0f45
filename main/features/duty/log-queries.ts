import { defineQuery, integer, nullableText, type Row, text } from '#main/core/store/query.ts';

const entryColumns = {
  id: integer,
  uid: text,
  shift_id: integer,
  shift_uid: text,
  shift_name: text,
  day: text,
  came_at: text,
  sender: text,
  matter: text,
  recorded_by: text,
  closed_on: nullableText,
};
export type EntryRecord = Row<typeof entryColumns>;
const selectEntry = `SELECT entry.id AS id, entry.uid AS uid, entry.shift_id AS shift_id, shift.uid AS shift_uid,
    shift.name AS shift_name, entry.day AS day, entry.came_at AS came_at, entry.sender AS sender,
    entry.matter AS matter, entry.recorded_by AS recorded_by, entry.closed_on AS closed_on
  FROM duty_entry AS entry JOIN duty_shift AS shift ON shift.id = entry.shift_id`;

export const entryByUid = defineQuery<typeof entryColumns, { uid: string }>({
  name: 'duty.entryByUid',
  sql: `${selectEntry} WHERE entry.uid = @uid`,
  columns: entryColumns,
});

export const entriesOfShift = defineQuery<typeof entryColumns, { shiftId: number; day: string }>({
  name: 'duty.entriesOfShift',
  sql: `${selectEntry} WHERE entry.shift_id = @shiftId AND entry.day = @day ORDER BY entry.id`,
  columns: entryColumns,
});

export const openEntries = defineQuery({
  name: 'duty.openEntries',
  sql: `${selectEntry} WHERE entry.closed_on IS NULL ORDER BY entry.day, shift.starts_at, entry.id`,
  columns: entryColumns,
});

export const entriesBetween = defineQuery<typeof entryColumns, { from: string; to: string }>({
  name: 'duty.entriesBetween',
  sql: `${selectEntry} WHERE entry.day BETWEEN @from AND @to ORDER BY entry.day, entry.came_at, entry.id`,
  columns: entryColumns,
});

/** Came in before a shift and were still open on its day. */
export const entriesBefore = defineQuery<typeof entryColumns, { day: string; startsAt: string }>({
  name: 'duty.entriesBefore',
  sql: `${selectEntry} WHERE (entry.day < @day OR (entry.day = @day AND shift.starts_at < @startsAt))
          AND (entry.closed_on IS NULL OR entry.closed_on >= @day)
        ORDER BY entry.day, shift.starts_at, entry.id`,
  columns: entryColumns,
});

/** @param part any part of what was said, by whom, or how it was handled */
export const entriesWith = defineQuery<typeof entryColumns, { part: string; limit: number }>({
  name: 'duty.entriesWith',
  sql: `${selectEntry} WHERE instr(entry.matter, @part) > 0 OR instr(entry.sender, @part) > 0
          OR EXISTS (SELECT 1 FROM duty_entry_step AS step
            WHERE step.entry_id = entry.id AND instr(step.text, @part) > 0)
        ORDER BY entry.day DESC, entry.id DESC LIMIT @limit`,
  columns: entryColumns,
});

const stepColumns = { id: integer, uid: text, entry_id: integer, day: text, at: text, text, person: text };

/** @param ids JSON list of entries */
export const stepsOfEntries = defineQuery<typeof stepColumns, { ids: string }>({
  name: 'duty.stepsOfEntries',
  sql: `SELECT step.id AS id, step.uid AS uid, step.entry_id AS entry_id, step.day AS day, step.at AS at,
          step.text AS text, step.person AS person
        FROM json_each(@ids) AS wanted JOIN duty_entry_step AS step ON step.entry_id = wanted.value
        ORDER BY step.entry_id, step.id`,
  columns: stepColumns,
});

const handoverColumns = {
  id: integer,
  uid: text,
  handed_by: text,
  taken_by: text,
  handed_at: text,
  weather: text,
  note: text,
  open_entries: text,
};

export const handoverOf = defineQuery<typeof handoverColumns, { shiftId: number; day: string }>({
  name: 'duty.handoverOf',
  sql: `SELECT ${Object.keys(handoverColumns).join(', ')} FROM duty_handover
        WHERE shift_id = @shiftId AND day = @day`,
  columns: handoverColumns,
});
