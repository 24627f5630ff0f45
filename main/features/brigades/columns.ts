import type { BrigadeFields } from '#shared/contract/brigades.ts';
import type { BrigadeRecord } from './queries.ts';

/** siteDoneOn stands in site_done_on. */
const columnOf = (field: string): string =>
  field.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

export function columnsOf(fields: Partial<BrigadeFields>): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) =>
      value === undefined ? [] : [[columnOf(field), value]],
    ),
  );
}

export function fieldsOf(record: BrigadeRecord): BrigadeFields {
  const { class: kind, leader, phone, people, drivers, tenders, note } = record;
  return {
    class: kind,
    leader,
    phone,
    people,
    drivers,
    tenders,
    sitePlannedOn: record.site_planned_on,
    siteDoneOn: record.site_done_on,
    buildingPlannedOn: record.building_planned_on,
    buildingDoneOn: record.building_done_on,
    vehiclesPlannedOn: record.vehicles_planned_on,
    vehiclesDoneOn: record.vehicles_done_on,
    peoplePlannedOn: record.people_planned_on,
    peopleDoneOn: record.people_done_on,
    dutyPlannedOn: record.duty_planned_on,
    dutyDoneOn: record.duty_done_on,
    note,
  };
}
