import {
  defineQuery,
  integer,
  nullableInteger,
  nullableText,
  oneOf,
  type Row,
  text,
} from '#main/core/store/query.ts';
import { brigadeClasses } from '#shared/rules/brigades/model.ts';

const brigadeColumns = {
  id: integer,
  uid: text,
  organization_id: integer,
  class: oneOf(...brigadeClasses),
  leader: text,
  phone: text,
  people: nullableInteger,
  drivers: nullableInteger,
  tenders: nullableInteger,
  site_planned_on: nullableText,
  site_done_on: nullableText,
  building_planned_on: nullableText,
  building_done_on: nullableText,
  vehicles_planned_on: nullableText,
  vehicles_done_on: nullableText,
  people_planned_on: nullableText,
  people_done_on: nullableText,
  duty_planned_on: nullableText,
  duty_done_on: nullableText,
  note: text,
};
export type BrigadeRecord = Row<typeof brigadeColumns>;

const selectBrigades = `SELECT ${Object.keys(brigadeColumns).join(', ')} FROM brigade`;

export const allBrigades = defineQuery({
  name: 'brigades.all',
  sql: selectBrigades,
  columns: brigadeColumns,
});

export const brigadeOf = defineQuery<typeof brigadeColumns, { organizationId: number }>({
  name: 'brigades.ofOrganization',
  sql: `${selectBrigades} WHERE organization_id = @organizationId`,
  columns: brigadeColumns,
});
