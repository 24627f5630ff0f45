import { waterSources } from '#shared/rules/ledgers/definitions/water-sources.ts';
import { measureSource } from '#main/core/measures/measure-source.ts';
import { type PlacedRow, placedRows } from '#main/features/ledgers/index.ts';
import { checksBetween } from './queries.ts';

interface CheckedSource extends PlacedRow {
  checks: number;
}

/** How many water sources were looked after in the time, of those that there are today. */
export const waterCheckMeasures = measureSource<CheckedSource>({
  key: 'waterChecks',
  name: '消防水源检查',
  by: ['county', 'township'],
  tables: ['water_check', 'water_source', 'setting', 'organization', 'organization_state'],
  measures: [
    { key: 'sources', name: '应检查消防水源', unit: '处', kind: 'count', basis: 'given' },
    { key: 'checked', name: '已检查消防水源', unit: '处', kind: 'count' },
    { key: 'checks', name: '消防水源检查次数', unit: '次', kind: 'count' },
    { key: 'rate', name: '消防水源检查率', unit: '%', kind: 'share', part: 'checked', whole: 'sources' },
  ],
  read({ db, from, to, today }) {
    const checks = new Map(db.all(checksBetween, { from, to }).map((row) => [row.source_id, row.checks]));
    return placedRows(db, waterSources, today).map((row) => ({ ...row, checks: checks.get(row.id) ?? 0 }));
  },
  amounts: ({ checks }) => ({ sources: 1, checked: Number(checks > 0), checks }),
  rows: ({ countyUid, townshipUid }, by) => {
    if (by === 'county') return [countyUid];
    return townshipUid === null ? [] : [townshipUid];
  },
  record: ({ uid, title, countyName, checks }) => ({
    uid,
    name: title,
    day: null,
    note: `${countyName}，检查 ${checks} 次`,
    path: `${waterSources.path}/${uid}`,
  }),
});
