import type { PersonAppointment } from '#shared/contract/roster-views.ts';
import { defineQuery, nullableText, integer, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';

const columns = {
  uid: text,
  committee_uid: text,
  committee_name: text,
  position_uid: text,
  position_name: text,
  organization_uid: nullableText,
  unit: text,
  post: text,
  substitute: integer,
  substitute_for_uid: nullableText,
  substitute_for_name: nullableText,
  first_day: text,
  last_day: nullableText,
  document: text,
  note: text,
};

/** The name that an organization has or had on a day, else the nearest one. */
const nameOn = (organization: string, day: string) => `(SELECT state.name FROM organization_state AS state
  WHERE state.organization_id = ${organization}
  ORDER BY state.first_day > ${day}, abs(julianday(state.first_day) - julianday(${day})) LIMIT 1)`;

/** Units under their name on the last day of the appointment, or today. */
const ofPerson = defineQuery<typeof columns, { personId: number; today: string }>({
  name: 'rosters.personAppointments',
  sql: `SELECT appointment.uid AS uid, committee.uid AS committee_uid,
      CASE committee.name WHEN '' THEN ifnull(${nameOn('committee.organization_id', '@today')}, '') || '消防安全委员会'
        ELSE committee.name END AS committee_name,
      position.uid AS position_uid, position.name AS position_name,
      organization.uid AS organization_uid,
      ifnull(${nameOn('appointment.organization_id', 'ifnull(appointment.last_day, @today)')}, appointment.unit)
        AS unit,
      appointment.post AS post, appointment.substitute AS substitute,
      principal.uid AS substitute_for_uid, principal.name AS substitute_for_name,
      appointment.first_day AS first_day, appointment.last_day AS last_day,
      appointment.document AS document, appointment.note AS note
    FROM appointment
    JOIN committee ON committee.id = appointment.committee_id
    JOIN committee_position AS position ON position.id = appointment.position_id
    LEFT JOIN organization ON organization.id = appointment.organization_id
    LEFT JOIN person AS principal ON principal.id = appointment.substitute_for_id
    WHERE appointment.person_id = @personId
    ORDER BY appointment.last_day IS NOT NULL, appointment.first_day DESC, position.protocol_order`,
  columns,
});

/** Those that hold first, then the past ones, newest first. */
export function personAppointments(db: ReadStore, personId: number, today: string): PersonAppointment[] {
  return db.all(ofPerson, { personId, today }).map((row) => ({
    uid: row.uid,
    committeeUid: row.committee_uid,
    committeeName: row.committee_name,
    positionUid: row.position_uid,
    positionName: row.position_name,
    organizationUid: row.organization_uid,
    unit: row.unit,
    post: row.post,
    substitute: row.substitute === 1,
    substituteForUid: row.substitute_for_uid,
    substituteForName: row.substitute_for_name ?? '',
    firstDay: row.first_day,
    lastDay: row.last_day,
    document: row.document,
    note: row.note,
  }));
}
