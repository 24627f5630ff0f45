import { defineQuery, oneOf, text } from '#main/core/store/query.ts';
import type { DateSource, DayRange } from '#main/features/calendar/index.ts';
import { listCommittees } from './committees.ts';

const changeColumns = {
  uid: text,
  committee_uid: text,
  day: text,
  title: text,
  status: oneOf('draft', 'done'),
};

const changesBetween = defineQuery<typeof changeColumns, DayRange>({
  name: 'rosters.changesBetween',
  sql: `SELECT roster_change.uid AS uid, committee.uid AS committee_uid, roster_change.day AS day,
      roster_change.title AS title, roster_change.status AS status
    FROM roster_change JOIN committee ON committee.id = roster_change.committee_id
    WHERE roster_change.day BETWEEN @from AND @to`,
  columns: changeColumns,
});

const endColumns = { uid: text, committee_uid: text, day: text, person: text, position: text };

/** Whoever goes on in the same position, as after a change of unit or post, does not end. */
const appointmentsEnding = defineQuery<typeof endColumns, DayRange>({
  name: 'rosters.appointmentsEndingBetween',
  sql: `SELECT appointment.uid AS uid, committee.uid AS committee_uid, ifnull(appointment.last_day, '') AS day,
      person.name AS person, committee_position.name AS position
    FROM appointment
    JOIN committee ON committee.id = appointment.committee_id
    JOIN person ON person.id = appointment.person_id
    JOIN committee_position ON committee_position.id = appointment.position_id
    WHERE appointment.last_day BETWEEN @from AND @to AND NOT EXISTS (
      SELECT 1 FROM appointment AS next WHERE next.person_id = appointment.person_id
        AND next.committee_id = appointment.committee_id AND next.position_id = appointment.position_id
        AND next.first_day = date(appointment.last_day, '+1 day'))`,
  columns: endColumns,
});

/** Changes of rosters that take effect, and appointments that end. */
export const rosterDates: DateSource = (range, { db, today }) => {
  const changes = db.all(changesBetween, range);
  const ends = db.all(appointmentsEnding, range);
  if (changes.length + ends.length === 0) return [];
  const names = new Map(listCommittees(db, today).map(({ uid, name }) => [uid, name]));
  return [
    ...changes.map(({ uid, committee_uid, day, title, status }) => ({
      key: `rosterChange ${uid}`,
      kind: 'rosterChange' as const,
      day,
      title: title === '' ? '名册调整' : title,
      note: names.get(committee_uid) ?? '',
      uid,
      isDone: status === 'done',
    })),
    ...ends.map(({ uid, committee_uid, day, person, position }) => ({
      key: `appointmentEnd ${uid}`,
      kind: 'appointmentEnd' as const,
      day,
      title: `${position} ${person}`,
      note: names.get(committee_uid) ?? '',
      uid: committee_uid,
      isDone: day < today,
    })),
  ];
};
