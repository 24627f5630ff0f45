import type { ReadStore } from '#main/core/store/read-store.ts';
import { groundsInGroup } from '../deductions.ts';
import { loadEntries, loadScoredGroups, requirePeriod } from '../load-group.ts';
import { isScoredItself } from '../year/composition.ts';
import { groupYears } from '../year/results.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';

/** Everything that goes into a period's workbook. @throws AppError notFound */
export function loadExport(
  db: ReadStore,
  periodUid: string,
): { period: ExportPeriod; groups: ExportGroup[] } {
  const row = requirePeriod(db, periodUid);
  const period: ExportPeriod = {
    title: row.title,
    firstDay: row.first_day,
    lastDay: row.last_day,
    status: row.status,
    fingerprint: row.fingerprint,
  };
  const years = new Map(groupYears(db, row)?.map(({ group, inputs }) => [group.row.uid, inputs]));
  const scoredItself = isScoredItself(db, row);
  const groups = loadScoredGroups(db, row).map((group): ExportGroup => {
    const { scheme, objects, entries, scorer } = group;
    const selfEntries = loadEntries(db, group.row, 'self');
    const grounds = groundsInGroup(db, group.row.id);
    const inputs = years.get(group.row.uid);
    const year = inputs === undefined ? {} : { year: { inputs, isScoredItself: scoredItself } };
    return { name: group.row.name, scheme, objects, entries, selfEntries, scorer, grounds, ...year };
  });
  return { period, groups };
}
