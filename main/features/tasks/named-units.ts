import type { ReadContext as CallContext } from '#main/core/handlers.ts';
import { defineQuery, integer, text, oneOf } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { holidayCalendar } from '#main/features/holidays/index.ts';
import { readCity } from '#main/features/office/city.ts';
import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import type { ReadContext } from '#shared/rules/tasks/read-due.ts';
import { type NamedUnit, type UnitNames, unitNames } from '#shared/rules/tasks/unit-names.ts';
import { settingsOf } from './settings.ts';

const nameColumns = {
  uid: text,
  level: oneOf('city', 'county', 'township', 'village', 'memberUnit'),
  name: text,
  short_name: text,
  of_city: integer,
};

/** Every name that an organization has had; villages are too many and hardly ever owe the office something. */
const namesOfUnits = defineQuery({
  name: 'tasks.namesOfUnits',
  sql: `SELECT organization.uid AS uid, organization.level AS level, state.name AS name,
          state.short_name AS short_name, ifnull(parent.level = 'city', 0) AS of_city
        FROM organization_state AS state
        JOIN organization ON organization.id = state.organization_id
        LEFT JOIN organization AS parent ON parent.id = state.parent_id
        WHERE organization.level NOT IN ('city', 'village')
          AND EXISTS (SELECT 1 FROM organization_state AS living
            WHERE living.organization_id = organization.id AND living.last_day IS NULL)
        ORDER BY organization.id, state.first_day`,
  columns: nameColumns,
});

/** Names by which texts and tables call the organizations that exist, former names included. */
export function unitNamesOf(db: ReadStore): UnitNames {
  const units = new Map<string, NamedUnit>();
  for (const { uid, level, name, short_name, of_city } of db.all(namesOfUnits)) {
    const before = units.get(uid);
    units.set(uid, {
      uid,
      level,
      ofCity: of_city === 1,
      names: [...(before?.names ?? []), name],
      shortNames: [...(before?.shortNames ?? []), short_name],
    });
  }
  return unitNames([...units.values()], readCity(db).name, settingsOf(db).officeUnitUid);
}

export function readContextOf(
  { db, resourcesFolder }: Pick<CallContext, 'db' | 'resourcesFolder'>,
  day: string,
): ReadContext {
  return { day, workdays: workdaysOf(holidayCalendar(db, resourcesFolder)) };
}
