import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { positionRoles } from '#shared/rules/rosters/model.ts';

const level = oneOf('city', 'county', 'township', 'village', 'memberUnit');

const committeeColumns = {
  id: integer,
  uid: text,
  organization_id: integer,
  organization_uid: text,
  organization_name: text,
  level,
  name: text,
  office_name: text,
  office_unit: text,
  office_phone: text,
  note: text,
  person_count: integer,
};
export type CommitteeRow = Row<typeof committeeColumns>;

/** With the organization's name of the day; higher levels first, in protocol order. Closed places are left out. */
export const committeesOfDay = defineQuery<typeof committeeColumns, { day: string }>({
  name: 'rosters.committees',
  sql: `SELECT committee.id AS id, committee.uid AS uid, organization.id AS organization_id,
      organization.uid AS organization_uid, state.name AS organization_name, organization.level AS level,
      committee.name AS name, committee.office_name AS office_name, committee.office_unit AS office_unit,
      committee.office_phone AS office_phone, committee.note AS note,
      (SELECT count(DISTINCT person_id) FROM appointment WHERE committee_id = committee.id
        AND first_day <= @day AND (last_day IS NULL OR last_day >= @day)) AS person_count
    FROM committee
    JOIN organization ON organization.id = committee.organization_id
    JOIN organization_state AS state ON state.organization_id = organization.id
      AND state.first_day <= @day AND (state.last_day IS NULL OR state.last_day >= @day)
    LEFT JOIN organization_state AS parent ON parent.organization_id = state.parent_id
      AND parent.first_day <= @day AND (parent.last_day IS NULL OR parent.last_day >= @day)
    ORDER BY CASE organization.level WHEN 'city' THEN 0 WHEN 'county' THEN 1 WHEN 'township' THEN 2 ELSE 3 END,
      parent.protocol_order, state.protocol_order, organization.id`,
  columns: committeeColumns,
});

/** Also where the place does not exist on that day: its nearest name. */
export const committeeOnDay = defineQuery<typeof committeeColumns, { uid: string; day: string }>({
  name: 'rosters.committee',
  sql: `SELECT committee.id AS id, committee.uid AS uid, organization.id AS organization_id,
      organization.uid AS organization_uid, organization.level AS level,
      ifnull((SELECT state.name FROM organization_state AS state WHERE state.organization_id = organization.id
        ORDER BY state.first_day > @day, abs(julianday(state.first_day) - julianday(@day)) LIMIT 1), '')
        AS organization_name,
      committee.name AS name, committee.office_name AS office_name, committee.office_unit AS office_unit,
      committee.office_phone AS office_phone, committee.note AS note,
      (SELECT count(DISTINCT person_id) FROM appointment WHERE committee_id = committee.id
        AND first_day <= @day AND (last_day IS NULL OR last_day >= @day)) AS person_count
    FROM committee
    JOIN organization ON organization.id = committee.organization_id
    WHERE committee.uid = @uid`,
  columns: committeeColumns,
});

const idColumns = { id: integer, uid: text };

export const committeeOfOrganization = defineQuery<typeof idColumns, { organizationId: number }>({
  name: 'rosters.committeeOfOrganization',
  sql: 'SELECT id, uid FROM committee WHERE organization_id = @organizationId',
  columns: idColumns,
});

const organizationColumns = { id: integer, uid: text, level };

export const organizationByUid = defineQuery<typeof organizationColumns, { uid: string }>({
  name: 'rosters.organization',
  sql: 'SELECT id, uid, level FROM organization WHERE uid = @uid',
  columns: organizationColumns,
});

const unitNameColumns = { name: text, short_name: text };

export const unitOnDay = defineQuery<typeof unitNameColumns, { uid: string; day: string }>({
  name: 'rosters.unitOnDay',
  sql: `SELECT state.name AS name, state.short_name AS short_name FROM organization_state AS state
    JOIN organization ON organization.id = state.organization_id
    WHERE organization.uid = @uid AND state.first_day <= @day AND (state.last_day IS NULL OR state.last_day >= @day)`,
  columns: unitNameColumns,
});

const positionColumns = {
  id: integer,
  uid: text,
  role: oneOf(...positionRoles),
  name: text,
  aliases: text,
  protocol_order: integer,
  single: integer,
  required: integer,
};
export type PositionRow = Row<typeof positionColumns>;

export const allPositions = defineQuery({
  name: 'rosters.positions',
  sql: `SELECT id, uid, role, name, aliases, protocol_order, single, required
    FROM committee_position ORDER BY protocol_order, id`,
  columns: positionColumns,
});

const useColumns = { count: integer };

export const positionUse = defineQuery<typeof useColumns, { positionId: number }>({
  name: 'rosters.positionUse',
  sql: 'SELECT count(*) AS count FROM appointment WHERE position_id = @positionId',
  columns: useColumns,
});

const entryColumns = {
  id: integer,
  uid: text,
  committee_uid: text,
  person_uid: text,
  person_name: text,
  office_phone: text,
  mobile: text,
  position_uid: text,
  protocol_order: integer,
  organization_uid: nullableText,
  /** Of the day; null where the unit is a text or no longer exists. */
  unit_name: nullableText,
  unit_short: nullableText,
  last_unit_name: nullableText,
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
export type EntryRow = Row<typeof entryColumns>;

const selectEntry = `SELECT appointment.id AS id, appointment.uid AS uid, committee.uid AS committee_uid,
    person.uid AS person_uid, person.name AS person_name,
    person.office_phone AS office_phone, person.mobile AS mobile,
    position.uid AS position_uid, appointment.protocol_order AS protocol_order,
    organization.uid AS organization_uid, state.name AS unit_name, state.short_name AS unit_short,
    CASE WHEN organization.id IS NULL OR state.id IS NOT NULL THEN NULL ELSE
      (SELECT last.name FROM organization_state AS last WHERE last.organization_id = organization.id
        ORDER BY last.first_day DESC LIMIT 1) END AS last_unit_name,
    appointment.unit AS unit, appointment.post AS post, appointment.substitute AS substitute,
    principal.uid AS substitute_for_uid, principal.name AS substitute_for_name,
    appointment.first_day AS first_day, appointment.last_day AS last_day,
    appointment.document AS document, appointment.note AS note
  FROM appointment
  JOIN committee ON committee.id = appointment.committee_id
  JOIN person ON person.id = appointment.person_id
  JOIN committee_position AS position ON position.id = appointment.position_id
  LEFT JOIN person AS principal ON principal.id = appointment.substitute_for_id
  LEFT JOIN organization ON organization.id = appointment.organization_id
  LEFT JOIN organization_state AS state ON state.organization_id = appointment.organization_id
    AND state.first_day <= @day AND (state.last_day IS NULL OR state.last_day >= @day)`;
const ofDay = `appointment.first_day <= @day AND (appointment.last_day IS NULL OR appointment.last_day >= @day)`;
const protocolOrder = 'position.protocol_order, position.id, appointment.protocol_order, appointment.id';

export const entriesOfDay = defineQuery<typeof entryColumns, { committeeId: number; day: string }>({
  name: 'rosters.entries',
  sql: `${selectEntry} WHERE appointment.committee_id = @committeeId AND ${ofDay} ORDER BY ${protocolOrder}`,
  columns: entryColumns,
});

export const allEntriesOfDay = defineQuery<typeof entryColumns, { day: string }>({
  name: 'rosters.allEntries',
  sql: `${selectEntry} WHERE ${ofDay} ORDER BY appointment.committee_id, ${protocolOrder}`,
  columns: entryColumns,
});

const dayColumns = { day: text };

/** On each of these days the roster became another one. */
export const changeDays = defineQuery<typeof dayColumns, { committeeId: number }>({
  name: 'rosters.changeDays',
  sql: `SELECT first_day AS day FROM appointment WHERE committee_id = @committeeId AND first_day > '1900-01-01'
    UNION SELECT date(last_day, '+1 day') FROM appointment
      WHERE committee_id = @committeeId AND last_day IS NOT NULL
    ORDER BY day DESC`,
  columns: dayColumns,
});

const appointmentColumns = {
  id: integer,
  uid: text,
  committee_id: integer,
  person_id: integer,
  person_uid: text,
  person_name: text,
  position_id: integer,
  position_uid: text,
  protocol_order: integer,
  first_day: text,
  last_day: nullableText,
  organization_uid: nullableText,
  unit: text,
  post: text,
  substitute: integer,
  substitute_for_id: nullableInteger,
  substitute_for_uid: nullableText,
  document: text,
  note: text,
};
export type AppointmentRow = Row<typeof appointmentColumns>;
const selectAppointment = `SELECT appointment.id AS id, appointment.uid AS uid,
    appointment.committee_id AS committee_id, appointment.person_id AS person_id, person.uid AS person_uid,
    person.name AS person_name, appointment.position_id AS position_id, position.uid AS position_uid,
    appointment.protocol_order AS protocol_order, appointment.first_day AS first_day,
    appointment.last_day AS last_day, organization.uid AS organization_uid, appointment.unit AS unit,
    appointment.post AS post, appointment.substitute AS substitute,
    appointment.substitute_for_id AS substitute_for_id, principal.uid AS substitute_for_uid,
    appointment.document AS document, appointment.note AS note
  FROM appointment
  JOIN person ON person.id = appointment.person_id
  JOIN committee_position AS position ON position.id = appointment.position_id
  LEFT JOIN organization ON organization.id = appointment.organization_id
  LEFT JOIN person AS principal ON principal.id = appointment.substitute_for_id`;

export const appointmentByUid = defineQuery<typeof appointmentColumns, { uid: string }>({
  name: 'rosters.appointment',
  sql: `${selectAppointment} WHERE appointment.uid = @uid`,
  columns: appointmentColumns,
});

export const appointmentById = defineQuery<typeof appointmentColumns, { id: number }>({
  name: 'rosters.appointmentById',
  sql: `${selectAppointment} WHERE appointment.id = @id`,
  columns: appointmentColumns,
});

export const appointmentsInPosition = defineQuery<
  typeof appointmentColumns,
  { committeeId: number; positionId: number }
>({
  name: 'rosters.appointmentsInPosition',
  sql: `${selectAppointment} WHERE appointment.committee_id = @committeeId AND appointment.position_id = @positionId
    ORDER BY appointment.protocol_order, appointment.id`,
  columns: appointmentColumns,
});

export const appointmentsOfCommittee = defineQuery<typeof appointmentColumns, { committeeId: number }>({
  name: 'rosters.appointmentsOfCommittee',
  sql: `${selectAppointment} WHERE appointment.committee_id = @committeeId
    ORDER BY appointment.protocol_order, appointment.id`,
  columns: appointmentColumns,
});

export const appointmentsOfPerson = defineQuery<typeof appointmentColumns, { personId: number }>({
  name: 'rosters.appointmentsOfPerson',
  sql: `${selectAppointment} WHERE appointment.person_id = @personId OR appointment.substitute_for_id = @personId
    ORDER BY appointment.first_day DESC, appointment.id DESC`,
  columns: appointmentColumns,
});

const personColumns = {
  id: integer,
  uid: text,
  name: text,
  organization_id: nullableInteger,
  organization_uid: nullableText,
  organization_name: nullableText,
  unit: text,
  post: text,
  office_phone: text,
  mobile: text,
  note: text,
};
export type PersonRow = Row<typeof personColumns>;
/** An organization's name is the last one that it has or had. */
const selectPerson = `SELECT person.id AS id, person.uid AS uid, person.name AS name,
    person.organization_id AS organization_id, organization.uid AS organization_uid,
    (SELECT state.name FROM organization_state AS state WHERE state.organization_id = person.organization_id
      ORDER BY state.first_day DESC LIMIT 1) AS organization_name,
    person.unit AS unit, person.post AS post, person.office_phone AS office_phone, person.mobile AS mobile,
    person.note AS note
  FROM person LEFT JOIN organization ON organization.id = person.organization_id`;

export const personByUid = defineQuery<typeof personColumns, { uid: string }>({
  name: 'rosters.person',
  sql: `${selectPerson} WHERE person.uid = @uid`,
  columns: personColumns,
});

export const peopleByName = defineQuery<typeof personColumns, { name: string }>({
  name: 'rosters.peopleByName',
  sql: `${selectPerson} WHERE person.name = @name ORDER BY person.id`,
  columns: personColumns,
});

export const allPeople = defineQuery({
  name: 'rosters.people',
  sql: `${selectPerson} ORDER BY person.id`,
  columns: personColumns,
});
