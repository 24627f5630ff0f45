import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { dutyPeriodKinds, dutyRoles } from '#shared/rules/duty/model.ts';

const periodColumns = {
  id: integer,
  uid: text,
  kind: oneOf(...dutyPeriodKinds),
  name: text,
  first_day: text,
  last_day: text,
  place: text,
  phone: text,
  fax: text,
  report_due: text,
  report_to: text,
  note: text,
};
export type PeriodRecord = Row<typeof periodColumns>;
const selectPeriod = `SELECT ${Object.keys(periodColumns).join(', ')} FROM duty_period`;

export const allPeriods = defineQuery({
  name: 'duty.periods',
  sql: `${selectPeriod} ORDER BY first_day DESC, id DESC`,
  columns: periodColumns,
});

export const periodByUid = defineQuery<typeof periodColumns, { uid: string }>({
  name: 'duty.periodByUid',
  sql: `${selectPeriod} WHERE uid = @uid`,
  columns: periodColumns,
});

/** Periods with a day between two. */
export const periodsBetween = defineQuery<typeof periodColumns, { from: string; to: string }>({
  name: 'duty.periodsBetween',
  sql: `${selectPeriod} WHERE first_day <= @to AND last_day >= @from ORDER BY first_day`,
  columns: periodColumns,
});

/** The last one that had begun by a day. */
export const periodBefore = defineQuery<typeof periodColumns, { day: string }>({
  name: 'duty.periodBefore',
  sql: `${selectPeriod} WHERE first_day <= @day ORDER BY first_day DESC LIMIT 1`,
  columns: periodColumns,
});

const shiftColumns = {
  id: integer,
  uid: text,
  period_id: integer,
  name: text,
  starts_at: text,
  leaders: integer,
  officers: integer,
};
export type ShiftRecord = Row<typeof shiftColumns>;
const selectShift = `SELECT ${Object.keys(shiftColumns).join(', ')} FROM duty_shift`;

export const shiftsOfPeriod = defineQuery<typeof shiftColumns, { periodId: number }>({
  name: 'duty.shiftsOfPeriod',
  sql: `${selectShift} WHERE period_id = @periodId ORDER BY starts_at`,
  columns: shiftColumns,
});

export const shiftByUid = defineQuery<typeof shiftColumns, { uid: string }>({
  name: 'duty.shiftByUid',
  sql: `${selectShift} WHERE uid = @uid`,
  columns: shiftColumns,
});

const useColumns = { used: integer };

/** Whether anything is kept under a shift that must not go with it. */
export const shiftUse = defineQuery<typeof useColumns, { shiftId: number }>({
  name: 'duty.shiftUse',
  sql: `SELECT EXISTS (SELECT 1 FROM duty_entry WHERE shift_id = @shiftId)
          OR EXISTS (SELECT 1 FROM duty_handover WHERE shift_id = @shiftId) AS used`,
  columns: useColumns,
});

export const reportUse = defineQuery<typeof useColumns, { periodId: number }>({
  name: 'duty.reportUse',
  sql: 'SELECT EXISTS (SELECT 1 FROM duty_report WHERE period_id = @periodId) AS used',
  columns: useColumns,
});

const reporterColumns = { id: integer, organization_id: integer, uid: text };

export const reportersOfPeriod = defineQuery<typeof reporterColumns, { periodId: number }>({
  name: 'duty.reportersOfPeriod',
  sql: `SELECT reporter.id AS id, reporter.organization_id AS organization_id, organization.uid AS uid
        FROM duty_reporter AS reporter JOIN organization ON organization.id = reporter.organization_id
        WHERE reporter.period_id = @periodId ORDER BY reporter.id`,
  columns: reporterColumns,
});

const assignmentColumns = {
  id: integer,
  period_id: integer,
  shift_id: integer,
  shift_uid: text,
  day: text,
  role: oneOf(...dutyRoles),
  place: integer,
  person_id: integer,
  person_uid: text,
  person_name: text,
  pinned: integer,
};
export type AssignmentRecord = Row<typeof assignmentColumns>;
const selectAssignment = `SELECT held.id AS id, shift.period_id AS period_id, held.shift_id AS shift_id,
    shift.uid AS shift_uid, held.day AS day, held.role AS role, held.place AS place, held.person_id AS person_id,
    person.uid AS person_uid, person.name AS person_name, held.pinned AS pinned
  FROM duty_assignment AS held
  JOIN duty_shift AS shift ON shift.id = held.shift_id
  JOIN duty_person AS person ON person.id = held.person_id`;

export const assignmentsOfPeriod = defineQuery<typeof assignmentColumns, { periodId: number }>({
  name: 'duty.assignmentsOfPeriod',
  sql: `${selectAssignment} WHERE shift.period_id = @periodId
        ORDER BY held.day, shift.starts_at, held.role, held.place`,
  columns: assignmentColumns,
});

/** Of all periods. */
export const assignmentsBetween = defineQuery<typeof assignmentColumns, { from: string; to: string }>({
  name: 'duty.assignmentsBetween',
  sql: `${selectAssignment} WHERE held.day BETWEEN @from AND @to
        ORDER BY held.day, shift.starts_at, held.role, held.place`,
  columns: assignmentColumns,
});

const personColumns = {
  id: integer,
  uid: text,
  person_id: nullableInteger,
  name: text,
  unit: text,
  post: text,
  phone: text,
  can_lead: integer,
  can_serve: integer,
  last_day: nullableText,
  credit_year: nullableInteger,
  credit_weekday: integer,
  credit_weekend: integer,
  credit_holiday: integer,
};
export type PersonRecord = Row<typeof personColumns>;

export const allPeople = defineQuery({
  name: 'duty.people',
  sql: `SELECT ${Object.keys(personColumns).join(', ')} FROM duty_person ORDER BY position, id`,
  columns: personColumns,
});

const leaveColumns = {
  id: integer,
  uid: text,
  person_id: integer,
  first_day: text,
  last_day: text,
  reason: text,
};

export const allLeaves = defineQuery({
  name: 'duty.leaves',
  sql: `SELECT ${Object.keys(leaveColumns).join(', ')} FROM duty_leave ORDER BY first_day, id`,
  columns: leaveColumns,
});

const idColumns = { id: integer };

export const rosterPersonByUid = defineQuery<typeof idColumns, { uid: string }>({
  name: 'duty.rosterPersonByUid',
  sql: 'SELECT id FROM person WHERE uid = @uid',
  columns: idColumns,
});

export const usedPeople = defineQuery({
  name: 'duty.usedPeople',
  sql: `SELECT person_id AS id FROM duty_assignment UNION SELECT applicant_id FROM duty_swap
        UNION SELECT taker_id FROM duty_swap`,
  columns: idColumns,
});

const swapColumns = {
  id: integer,
  uid: text,
  period_id: integer,
  shift_id: integer,
  shift_uid: text,
  shift_name: text,
  day: text,
  role: oneOf(...dutyRoles),
  place: integer,
  applicant_id: integer,
  applicant_uid: text,
  applicant_name: text,
  taker_id: integer,
  taker_uid: text,
  taker_name: text,
  back_shift_id: nullableInteger,
  back_shift_uid: nullableText,
  back_shift_name: nullableText,
  back_day: nullableText,
  back_role: nullableText,
  back_place: nullableInteger,
  reason: text,
  applied_on: text,
  state: oneOf('applied', 'approved', 'refused', 'withdrawn'),
  decided_by: text,
  decided_on: nullableText,
  decision_note: text,
};
export type SwapRecord = Row<typeof swapColumns>;
const selectSwap = `SELECT swap.id AS id, swap.uid AS uid, shift.period_id AS period_id, swap.shift_id AS shift_id,
    shift.uid AS shift_uid, shift.name AS shift_name, swap.day AS day, swap.role AS role, swap.place AS place,
    swap.applicant_id AS applicant_id, applicant.uid AS applicant_uid, applicant.name AS applicant_name,
    swap.taker_id AS taker_id, taker.uid AS taker_uid, taker.name AS taker_name,
    swap.back_shift_id AS back_shift_id, back.uid AS back_shift_uid, back.name AS back_shift_name,
    swap.back_day AS back_day, swap.back_role AS back_role, swap.back_place AS back_place, swap.reason AS reason,
    swap.applied_on AS applied_on, swap.state AS state, swap.decided_by AS decided_by,
    swap.decided_on AS decided_on, swap.decision_note AS decision_note
  FROM duty_swap AS swap
  JOIN duty_shift AS shift ON shift.id = swap.shift_id
  JOIN duty_person AS applicant ON applicant.id = swap.applicant_id
  JOIN duty_person AS taker ON taker.id = swap.taker_id
  LEFT JOIN duty_shift AS back ON back.id = swap.back_shift_id`;

/** Also those in which another period only gives something back. */
export const swapsOfPeriod = defineQuery<typeof swapColumns, { periodId: number }>({
  name: 'duty.swapsOfPeriod',
  sql: `${selectSwap} WHERE shift.period_id = @periodId OR back.period_id = @periodId ORDER BY swap.id DESC`,
  columns: swapColumns,
});

export const swapByUid = defineQuery<typeof swapColumns, { uid: string }>({
  name: 'duty.swapByUid',
  sql: `${selectSwap} WHERE swap.uid = @uid`,
  columns: swapColumns,
});

export const openSwaps = defineQuery({
  name: 'duty.openSwaps',
  sql: `SELECT count(*) AS id FROM duty_swap WHERE state = 'applied'`,
  columns: idColumns,
});
