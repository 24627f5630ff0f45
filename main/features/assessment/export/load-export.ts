import type { ReadStore } from '#main/core/store/read-store.ts';
import { groupSays } from '../analysis/group-says.ts';
import { groundsInGroup } from '../deductions.ts';
import { loadEntries, loadScoredGroups, requirePeriod } from '../load-group.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';

/** Everything that goes into a period's workbook. @param withLosses whether 失分分析 does @throws AppError notFound */
export function loadExport(
  db: ReadStore,
  periodUid: string,
  withLosses: boolean,
): { period: ExportPeriod; groups: ExportGroup[] } {
  const row = requirePeriod(db, periodUid);
  const period: ExportPeriod = {
    title: row.title,
    firstDay: row.first_day,
    lastDay: row.last_day,
    status: row.status,
    fingerprint: row.fingerprint,
  };
  const groups = loadScoredGroups(db, row).map((group): ExportGroup => {
    const { scheme, objects, entries, scorer } = group;
    const selfEntries = loadEntries(db, group.row, 'self');
    const grounds = groundsInGroup(db, group.row.id);
    const says = withLosses ? { says: groupSays(db, group) } : {};
    return { name: group.row.name, scheme, objects, entries, selfEntries, scorer, grounds, ...says };
  });
  return { period, groups };
}
