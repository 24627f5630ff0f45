import { type KnownUnit, UnitIndex } from '#shared/rules/rosters/units.ts';
import { defineQuery, nullableText, text } from '#main/core/store/query.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';

const columns = {
  uid: text,
  name: text,
  short_name: text,
  parent_uid: nullableText,
  parent_name: nullableText,
  last_day: nullableText,
};

/** Every name of every organization but villages, the newest first, with what it stood under. */
const namesOfUnits = defineQuery({
  name: 'rosters.unitNames',
  sql: `SELECT organization.uid AS uid, state.name AS name, state.short_name AS short_name,
      parent.uid AS parent_uid,
      (SELECT above.name FROM organization_state AS above WHERE above.organization_id = state.parent_id
        ORDER BY above.first_day DESC LIMIT 1) AS parent_name,
      state.last_day AS last_day
    FROM organization_state AS state
    JOIN organization ON organization.id = state.organization_id
    LEFT JOIN organization AS parent ON parent.id = state.parent_id
    WHERE organization.level <> 'village'
    ORDER BY organization.id, state.first_day DESC`,
  columns,
});

/** Units as a list of this place's committee would name them. */
export function unitIndexFor(db: ReadStore, organizationUid: string, day: string): UnitIndex {
  const names = Map.groupBy(db.all(namesOfUnits), ({ uid }) => uid);
  const parentOf = (uid: string): string | null => names.get(uid)?.[0]?.parent_uid ?? null;
  const above = (uid: string): string[] => {
    const parent = parentOf(uid);
    return parent === null ? [] : [parent, ...above(parent)];
  };
  const units = [...names].map(
    ([uid, rows]): KnownUnit => ({
      uid,
      names: rows.map((row) => ({ full: row.name, short: row.short_name, parent: row.parent_name ?? '' })),
      above: above(uid),
      closed: rows.every(({ last_day: lastDay }) => lastDay !== null && lastDay < day),
    }),
  );
  return new UnitIndex(units, [organizationUid, ...above(organizationUid)]);
}
