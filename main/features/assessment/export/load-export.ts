import type { ReadStore } from '#main/core/store/read-store.ts';
import { groundsInGroup } from '../deductions.ts';
import { loadEntries, loadFirstScoredGroup, loadScoredGroups, type ScoredGroup } from '../load-group.ts';
import type { PeriodRow } from '../queries.ts';
import type { ExportGroup, ExportPeriod } from './export-group.ts';

/** Everything that goes into a period's workbook. */
export function loadExport(db: ReadStore, row: PeriodRow): { period: ExportPeriod; groups: ExportGroup[] } {
  return { period: toPeriod(row), groups: loadScoredGroups(db, row).map((group) => toGroup(db, group)) };
}

/** The same with its first group alone; undefined where it has none. */
export function loadFirstGroup(
  db: ReadStore,
  row: PeriodRow,
): { period: ExportPeriod; group: ExportGroup } | undefined {
  const first = loadFirstScoredGroup(db, row);
  return first && { period: toPeriod(row), group: toGroup(db, first) };
}

function toPeriod(row: PeriodRow): ExportPeriod {
  const { title, first_day: firstDay, last_day: lastDay, status, fingerprint } = row;
  return { title, firstDay, lastDay, status, fingerprint };
}

function toGroup(db: ReadStore, { row, scheme, objects, entries, scorer }: ScoredGroup): ExportGroup {
  const selfEntries = loadEntries(db, row, 'self');
  const grounds = groundsInGroup(db, row.id);
  return { name: row.name, scheme, objects, entries, selfEntries, scorer, grounds };
}
